import type { NonEmpty } from "../brand.ts";
import type { ArticleId } from "../kb/article.ts";
import type { Reading } from "../signals/signal.ts";

/** What to do with the matches: one is right, several fit and one question tells them apart, or we do not know. */
export type Verdict =
  | { readonly kind: "answer"; readonly matches: NonEmpty<Match> }
  | { readonly kind: "ask"; readonly question: Question; readonly matches: readonly [Match, Match, ...Match[]] }
  | { readonly kind: "silent"; readonly why: Silence; readonly matches: readonly Match[] };

/** An article that fits, best first, and each reason for it. */
export type Match = {
  readonly article: ArticleId;
  readonly title: string;
  /** How likely the article is right, between 0 and 1, calibrated on labelled queries. */
  readonly confidence: number;
  readonly evidence: NonEmpty<Evidence>;
  /** Words that tell something and that both have, as they were said, the most telling first. Matches of an earlier release have none. */
  readonly shares?: readonly string[];
  /** Which error of the paste it answers: 0 is the first. A paste with two errors has matches for 0 and for 1. */
  readonly error: number;
};

/** A reason for a match, or against it, in terms a responder can check. */
export type Evidence =
  | { readonly kind: "named" }
  | { readonly kind: "event"; readonly id: number; readonly source: string | undefined; readonly companion: boolean }
  | { readonly kind: "code"; readonly code: string; readonly written: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "position"; readonly position: string }
  | { readonly kind: "message"; readonly likeness: number; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: "title"; readonly likeness: number; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "pattern"; readonly text: string }
  | { readonly kind: "answered"; readonly question: string; readonly holds: boolean };

/** A stretch of `Evidence.text` that the paste has too: UTF-16 offsets, the end excluded. */
export type Mark = { readonly start: number; readonly end: number };

/** The one question that tells the candidates apart. */
export type Question = { readonly text: string; readonly options: readonly QuestionOption[] };

export type QuestionOption = { readonly label: string; readonly article: ArticleId };

/** Why nothing is said, in the order of how close it came. */
export type Silence =
  | { readonly kind: "weak" }
  /** It is about something else that goes by the same name. */
  | { readonly kind: "namesake"; readonly name: string; readonly ours: string }
  /** The id exists in the knowledge base, but another program logs it. */
  | { readonly kind: "wrong-source"; readonly id: number; readonly said: string; readonly known: NonEmpty<string> }
  /** An error was recognised, and no article is about it: a miss. */
  | { readonly kind: "unknown-error" }
  | { readonly kind: "no-error" };

/** All that is known about one thread, as far as matching is concerned. */
export type Inquiry = {
  /** What was said, in the order in which it was said. */
  readonly readings: readonly Reading[];
  /** Questions that were answered: the fact of this article holds, or it does not. */
  readonly answers: readonly { readonly article: ArticleId; readonly holds: boolean }[];
};
