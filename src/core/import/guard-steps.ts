import type { Step } from "../kb/article.ts";
import { draftStep, withUniqueIds } from "./draft-step.ts";
import { isBackup } from "./risk.ts";

export type GuardedSteps = { readonly steps: readonly Step[]; readonly remarks: readonly string[] };

/**
 * Puts a backup before whatever destroys something, where the article itself speaks of one: a step that already
 * makes it, or a sentence that asks for it, which then becomes a step. Where it speaks of none, nothing is made up:
 * the step is marked as a change, and a remark tells the author.
 */
export function guardSteps(drafts: readonly Step[]): GuardedSteps {
  const steps = withUniqueIds(drafts);
  const risky = steps.findIndex((step) => step.risk === "destructive");
  if (risky === -1) return { steps, remarks: [] };
  const backup = steps.slice(0, risky).find((step) => isBackup(`${step.title}\n${step.text}`));
  if (backup !== undefined) return { steps: steps.map((step) => guardedBy(backup, step)), remarks: [] };
  const asked = steps.flatMap((step) => sentences(`${step.title}. ${step.text}`)).find(asksForBackup);
  if (asked === undefined) return { steps: steps.map(softened), remarks: [UNGUARDED] };
  const [first, ...others] = withUniqueIds([draftStep([{ kind: "paragraph", text: asked }]), ...steps]);
  return first === undefined
    ? { steps, remarks: [] }
    : { steps: [first, ...others].map((step) => guardedBy(first, step)), remarks: [] };
}

const UNGUARDED = "a step seems to destroy something and the text names no backup: it is marked as a change";

function guardedBy(backup: Step, step: Step): Step {
  if (step === backup) return { ...step, risk: step.risk === "destructive" ? "changes" : step.risk };
  return step.risk === "destructive" ? { ...step, requires: [backup.id] } : step;
}

function softened(step: Step): Step {
  return step.risk === "destructive" ? { ...step, risk: "changes" } : step;
}

function sentences(text: string): readonly string[] {
  return text.replace(/\s+/g, " ").split(/(?<=[.!:]) (?=[A-Z"])/);
}

function asksForBackup(sentence: string): boolean {
  return (
    sentence.length <= LONGEST_REQUEST &&
    isBackup(sentence) &&
    /\b(?:make sure|be sure|you should|must|before|first|back up|please|always)\b/i.test(sentence)
  );
}

const LONGEST_REQUEST = 280;
