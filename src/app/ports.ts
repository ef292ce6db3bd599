import type { ArticleId } from "../core/kb/article.ts";
import type { Inquiry, Verdict } from "../core/matching/verdict.ts";
import type { Case, CaseId } from "../core/resolution/case.ts";
import type { ArticleLookup } from "../core/resolution/outcome.ts";
import type { Origin } from "../core/resolution/origin.ts";
import type { Reading, Via } from "../core/signals/signal.ts";
import type { OnCallNow } from "../core/view/oncall-view.ts";
import type { May } from "./may.ts";
import type { Clock } from "./clock.ts";

/** All that a conversation needs from the world. */
export type Ports = {
  readonly clock: Pick<Clock, "now">;
  readonly articles: Articles;
  readonly read: Read;
  readonly decide: Decide;
  readonly cases: CaseStore;
  /** What the person who talks may do. */
  readonly may: May;
  /** Who is on call; without it, or where it gives nothing, there is no plan. */
  readonly oncall?: () => Promise<OnCallNow | undefined>;
  /** From where what is said or pressed comes; the timeline keeps it. */
  readonly from?: Origin | undefined;
  /** How this platform calls the bot in a command, such as `/kms `; empty where there is nothing to call. */
  readonly prefix: string;
  /** What stands between that and a text to look up. */
  readonly lookUp?: string | undefined;
};

/** The knowledge base, as far as a conversation looks things up; a `Map` is one. */
export type Articles = ArticleLookup & { readonly keys: () => Iterable<ArticleId> };

/** What is understood of a text. */
export type Read = (text: string, via: Via) => Reading;

/**
 * What to do about all that is known. The same inquiry gives the same verdict; a promise of one where the index lies
 * outside this process.
 */
export type Decide = (inquiry: Inquiry) => Verdict | Promise<Verdict>;

/** Keeps cases. Shaped for a conditional write: whoever is second is told so, and looks again. */
export type CaseStore = {
  readonly load: (id: CaseId) => Promise<Case | undefined>;
  /** Writes if the stored case still has the revision `expected`; 0 stands for "none is stored yet". */
  readonly save: (next: Case, expected: number) => Promise<"saved" | "overtaken">;
};
