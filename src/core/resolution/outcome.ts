import type { NonEmpty } from "../brand.ts";
import type { Article, ArticleId, StepId } from "../kb/article.ts";
import type { Action } from "./action.ts";
import type { Case, Entry } from "./case.ts";
import type { Deed, Responder } from "./responder.ts";

/** What an action came to. Only `moved` has a new case; a late or refused action changed nothing. */
export type Advance =
  | { readonly kind: "moved"; readonly case: Case; readonly effects: readonly Effect[] }
  /** The action was offered for something that is over. `overtakenBy` says who was faster, where that is known. */
  | { readonly kind: "stale"; readonly case: Case; readonly overtakenBy: Entry | undefined }
  | { readonly kind: "refused"; readonly case: Case; readonly why: Refusal }
  | { readonly kind: "shown-all"; readonly case: Case }
  | { readonly kind: "shown"; readonly case: Case; readonly article: ArticleId };

/** What the world is asked to do about it. */
export type Effect =
  | { readonly kind: "escalate"; readonly reason: string }
  /** Tell somebody that it is theirs now. */
  | { readonly kind: "assign"; readonly to: Responder }
  /** Show the private answer to everyone in the channel. */
  | { readonly kind: "share" };

export type Refusal =
  /** These must be done first. */
  | { readonly kind: "requires"; readonly steps: NonEmpty<{ readonly step: StepId; readonly title: string }> }
  | { readonly kind: "unconfirmed" }
  | { readonly kind: "no-reason" }
  | { readonly kind: "no-person" }
  /** The value is empty, too long, or has characters that cannot be seen. */
  | { readonly kind: "bad-value"; readonly name: string }
  | { readonly kind: "no-article"; readonly article: ArticleId }
  | { readonly kind: "no-steps"; readonly article: ArticleId }
  /** It makes no sense where the run stands. */
  | { readonly kind: "not-now"; readonly action: Action["kind"] };

/** Looks an article up; a `Map` is one. */
export type ArticleLookup = { readonly get: (id: ArticleId) => Article | undefined };

/** Who acts, when and from where, and on what knowledge. */
export type Context = Deed & { readonly articles: ArticleLookup };

type Change = Partial<Pick<Case, "runs" | "verdict" | "inquiry" | "ruledOut" | "escalation" | "assignment">>;

/** The case with the change, one revision on. With `offers: "new"` the buttons shown until now are late. */
export function moved(
  known: Case,
  context: Context,
  entry: { readonly did: Action; readonly about: string; readonly offers: "new" | "same" },
  change: Change,
  effects: readonly Effect[] = [],
): Advance {
  const revision = known.revision + 1;
  const { by, at, from } = context;
  const line: Entry = { revision, by, at, from, did: entry.did, about: entry.about };
  const next: Case = {
    ...known,
    ...change,
    revision,
    offered: entry.offers === "new" ? revision : known.offered,
    timeline: [...known.timeline, line],
  };
  return { kind: "moved", case: next, effects };
}

export function refused(known: Case, why: Refusal): Advance {
  return { kind: "refused", case: known, why };
}
