import type { ArticleId, StepId } from "../kb/article.ts";

/**
 * Everything a button or a typed word can mean. Each action carries what it was offered for: the case's revision, and,
 * where it makes a difference, the article and the step. So a late click is recognised for what it is.
 */
export type Action = StepAction | ArticleAction | CaseAction | LookAction | IncidentAction;

/** Said about the step that is being worked on. */
export type StepAction =
  | (OnStep & { readonly kind: "done" })
  | (OnStep & { readonly kind: "failed" })
  | (OnStep & { readonly kind: "skip"; readonly reason: string })
  | (OnStep & { readonly kind: "not-applicable" })
  | (OnStep & { readonly kind: "back"; readonly to: StepId })
  /** "What do you see?": the answer, counted from 0. */
  | (OnStep & { readonly kind: "check"; readonly answer: number })
  /** Go ahead with a step that cannot be undone. */
  | (OnStep & { readonly kind: "confirm" })
  /** Leave out a step that cannot be undone. */
  | (OnStep & { readonly kind: "cancel" })
  /** A value for a `<placeholder>`; it stays for the rest of the run. */
  | (OnStep & { readonly kind: "fill"; readonly name: string; readonly value: string });

/** Said about an article as a whole. */
export type ArticleAction =
  | (OnArticle & { readonly kind: "open" })
  | (OnArticle & { readonly kind: "fixed" })
  | (OnArticle & { readonly kind: "not-fixed" })
  /** Stop working on it, without a judgement. */
  | (OnArticle & { readonly kind: "abandon" })
  /** The question's answer: the fact of this article holds. */
  | (OnArticle & { readonly kind: "answer" });

/** Said about the whole case. */
export type CaseAction =
  /** The question's other answer: none of these. */
  | (OnCase & { readonly kind: "none" })
  | (OnCase & { readonly kind: "escalate"; readonly reason: string })
  /** A person is to see to it: to the step `of` where it is named, else to the case. `person` is their id on the platform. */
  | (OnCase & { readonly kind: "assign"; readonly person: string; readonly of?: StepId })
  /** Show a private answer to everyone. */
  | (OnCase & { readonly kind: "share" });

/** Looking changes nothing, so it is never late. */
type LookAction =
  | { readonly kind: "show"; readonly article: ArticleId }
  /** Show all of what the case's message has no room for. */
  | { readonly kind: "show-all" };

/** Said about the incident that a case became; `revision` is the incident's own. The escalation takes it, not the case. */
export type IncidentAction = {
  readonly kind: "incident";
  readonly revision: number;
  readonly act: IncidentAct;
  /** What was typed: a note, a severity, or the name of whom it is handed over to. */
  readonly reason: string;
};

export type IncidentAct = (typeof INCIDENT_ACTS)[number];

export const INCIDENT_ACTS = [
  "acknowledge",
  "resolve",
  "next-level",
  "hand-over",
  "severity",
  "note",
  "merge",
  "split",
] as const;

type OnCase = { readonly revision: number };
type OnArticle = OnCase & { readonly article: ArticleId };
type OnStep = OnArticle & { readonly step: StepId };

/** The action with what the responder typed into its input: a reason, a person or a value. Others take no input and stay as they are. */
export function withInput(action: Action, typed: string): Action {
  if ("reason" in action) return { ...action, reason: typed };
  if (action.kind === "assign") return { ...action, person: typed };
  return action.kind === "fill" ? { ...action, value: typed } : action;
}
