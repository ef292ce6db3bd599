import type { Brand, NonEmpty } from "../brand.ts";
import type { ArticleId, StepId } from "../kb/article.ts";
import type { Inquiry, Match, Question, QuestionOption, Verdict } from "../matching/verdict.ts";
import type { Action } from "./action.ts";
import type { Deed, Responder } from "./responder.ts";
import { isUnderWay, type Run, type RunUnderWay } from "./run.ts";

/** Names one conversation: a thread, a direct message, a paste in a terminal. */
export type CaseId = Brand<string, "CaseId">;

/** For names that a platform made; throws where there is none. */
export function caseId(name: string): CaseId {
  if (isCaseId(name)) return name;
  throw new Error("Cannot name a case: the name is empty. Pass what the platform calls the thread.");
}

function isCaseId(name: string): name is CaseId {
  return name !== "";
}

/** All that is known about one thread. Plain data: a store keeps it as JSON. */
export type Case = {
  readonly id: CaseId;
  /** Grows by one with each change. */
  readonly revision: number;
  /** The revision since which the present buttons stand; a button offered earlier is late. */
  readonly offered: number;
  readonly inquiry: Inquiry;
  readonly verdict: Verdict;
  /** The revision at which the verdict last offered something new. */
  readonly judged: number;
  /** Oldest first; only the last can be under way. */
  readonly runs: readonly Run[];
  /** Articles that were tried in vain or denied. */
  readonly ruledOut: readonly ArticleId[];
  readonly escalation: EscalationRequest | undefined;
  /** Who is to see to it. Cases that were kept by an earlier release have none. */
  readonly assignment?: Assignment | undefined;
  /** What happened, oldest first. Only ever appended to. */
  readonly timeline: readonly Entry[];
};

/** Somebody asked for help; who is told, and how, is not the case's business. */
type EscalationRequest = Deed & { readonly reason: string };

/** Somebody was asked to see to it: to the step `of` where it is named, else to the case. */
type Assignment = Deed & { readonly to: Responder; readonly of?: StepId };

/** One change of the case: it made this revision. */
export type Entry = Deed & {
  readonly revision: number;
  readonly did: Action | { readonly kind: "said" | "relieved" };
  /** What it was about, in the words of then: the step's title, the article's, the answer's label. */
  readonly about: string;
};

/** What a case is about to say. */
export type Phase =
  | { readonly kind: "running"; readonly run: RunUnderWay }
  | { readonly kind: "fixed"; readonly run: Run }
  | { readonly kind: "answering"; readonly matches: NonEmpty<Match> }
  | { readonly kind: "asking"; readonly question: Question; readonly matches: NonEmpty<Match> }
  /** There were candidates, and none is left. */
  | { readonly kind: "exhausted" }
  | { readonly kind: "unknown"; readonly verdict: Extract<Verdict, { kind: "silent" }> };

/** A thread in which nothing was said yet. */
export function newCase(id: CaseId): Case {
  return {
    id,
    revision: 0,
    offered: 0,
    inquiry: { readings: [], answers: [] },
    verdict: { kind: "silent", why: { kind: "no-error" }, matches: [] },
    judged: 0,
    runs: [],
    ruledOut: [],
    escalation: undefined,
    timeline: [],
  };
}

export function phaseOf(known: Case): Phase {
  const run = known.runs.at(-1);
  if (run !== undefined && isUnderWay(run)) return { kind: "running", run };
  if (run?.state.kind === "fixed" && run.revision >= known.judged) return { kind: "fixed", run };
  return phaseOfVerdict(known);
}

/** The articles that may still be right, best first; none when the verdict is silence. */
function candidates(known: Case): readonly Match[] {
  if (known.verdict.kind === "silent") return [];
  return known.verdict.matches.filter((match) => !known.ruledOut.includes(match.article));
}

function phaseOfVerdict(known: Case): Phase {
  const [first, ...rest] = candidates(known);
  if (first !== undefined) return openPhase(known, [first, ...rest]);
  if (known.verdict.kind === "silent" && known.ruledOut.length === 0)
    return { kind: "unknown", verdict: known.verdict };
  return { kind: "exhausted" };
}

function openPhase(known: Case, matches: NonEmpty<Match>): Phase {
  if (known.verdict.kind !== "ask") return { kind: "answering", matches };
  const options = known.verdict.question.options.filter((option) => isOpen(known, option));
  if (options.length < 2) return { kind: "answering", matches };
  return { kind: "asking", question: { ...known.verdict.question, options }, matches };
}

function isOpen(known: Case, option: QuestionOption): boolean {
  return !known.ruledOut.includes(option.article);
}
