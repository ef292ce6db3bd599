import type { Brand } from "../brand.ts";

/** Names one article within a knowledge base, such as `Q274321`. Compared without regard to case. */
export type ArticleId = Brand<string, "ArticleId">;

/** Names one step within its article. Stable: it outlives re-ordering and re-wording. */
export type StepId = Brand<string, "StepId">;

/** One entry of the knowledge base: what it looks like, why it happens, what to do, and what it applies to. */
export type Article = {
  readonly id: ArticleId;
  readonly title: string;
  /** Other titles people type for the same thing. */
  readonly aliases: readonly string[];
  readonly products: readonly string[];
  readonly versions: readonly string[];
  readonly tags: readonly string[];
  readonly owner: string | undefined;
  /** The day (ISO 8601) by which somebody looks at the article again. */
  readonly review: string | undefined;
  readonly sources: readonly Source[];
  readonly related: readonly RelatedArticle[];
  readonly signals: ArticleSignals;
  readonly distinguishing: DistinguishingFact | undefined;
  /** Markdown; may be empty. */
  readonly summary: string;
  readonly symptoms: string;
  readonly cause: string;
  /** More to know that is no step: where a tool lives, what a switch really does. */
  readonly notes: string;
  readonly steps: readonly Step[];
  readonly samples: Samples;
};

export type Source = { readonly title: string; readonly url: string | undefined };

/** Another article worth reading; it may live outside this knowledge base. */
export type RelatedArticle = { readonly id: ArticleId; readonly why: string };

/** The marks by which this article is recognised in a text. */
export type ArticleSignals = {
  readonly events: readonly EventSignature[];
  /** Result codes in canonical notation (8 upper-case hex digits), see `canonicalCode`. */
  readonly codes: readonly string[];
  /** Messages a program shows; `<placeholders>` stand for the parts that vary. */
  readonly messages: readonly string[];
  /** Names that only appear with this error: exceptions, constants, compiler error numbers. */
  readonly names: readonly string[];
  /** Expressions for the linear-time engine, tried on text that already looks like an error. */
  readonly patterns: readonly string[];
  /** Source positions and build numbers as hex dumps show them, such as `kmserver.cpp@1653`. */
  readonly positions: readonly string[];
};

/** An entry of an event log by which the article is recognised. */
export type EventSignature = {
  readonly id: number;
  /** The program that logs it. Ids are unique only within their source. */
  readonly source: string | undefined;
  readonly category: string | undefined;
  readonly level: string | undefined;
  /** The description; `<placeholders>` stand for the parts that vary. */
  readonly text: string | undefined;
  /**
   * `companion`: logged beside the error and elsewhere too, so alone it proves nothing. `mentioned`: spoken of and not
   * shown, so that an article which shows it comes first.
   */
  readonly role: "telling" | "companion" | "mentioned";
};

/** The one fact that tells an article from those that look alike. */
export type DistinguishingFact = {
  /** A yes-or-no question to the responder. */
  readonly question: string;
  /** The same fact as a short statement, for a button (at most 75 characters). */
  readonly statement: string;
};

/** `read-only` looks; `changes` can be undone; `destructive` cannot, and asks for confirmation. */
export type Risk = "read-only" | "changes" | "destructive";

export type Step = {
  readonly id: StepId;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly commands: readonly Command[];
  readonly risk: Risk;
  /** Steps that must be done before this one may be. */
  readonly requires: readonly StepId[];
  readonly check: Check | undefined;
};

/** A command to run by hand; `<placeholders>` are filled in by the responder. The bot never runs it. */
export type Command = { readonly text: string; readonly language: string };

/** "What do you see?" after a step. */
export type Check = { readonly question: string; readonly answers: readonly CheckAnswer[] };

export type CheckAnswer = { readonly label: string; readonly then: CheckOutcome };

/** Where an answer leads: on to the next step, to a named step, or out of the article. */
export type CheckOutcome =
  | { readonly kind: "next" }
  | { readonly kind: "step"; readonly step: StepId }
  | { readonly kind: "fixed" }
  | { readonly kind: "not-fixed" }
  | { readonly kind: "escalate" };

/** Texts that must find the article, and texts that must not. */
export type Samples = { readonly finds: readonly string[]; readonly ignores: readonly string[] };
