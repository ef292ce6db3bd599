import type { NonEmpty } from "../brand.ts";
import type { Step, StepId } from "./article.ts";
import { nearestWord } from "./nearest-word.ts";
import type { WrittenStep } from "./parse-step.ts";
import type { ProblemLog } from "./problem.ts";

/** What can only be seen by looking at all steps of an article together. */
export function checkSteps(written: readonly WrittenStep[], log: ProblemLog): void {
  const byId = stepsById(written, log);
  const ids = [...byId.keys()];
  for (const each of written) {
    reportUnknownPrerequisites(each, ids, log);
    reportUnknownTargets(each, ids, log);
    reportUnguardedDestruction(each, log);
  }
  reportCycle(byId, log);
}

function stepsById(written: readonly WrittenStep[], log: ProblemLog): ReadonlyMap<StepId, WrittenStep> {
  const byId = new Map<StepId, WrittenStep>();
  for (const each of written) {
    const { id } = each.step;
    const other = byId.get(id);
    if (other === undefined) byId.set(id, each);
    else
      log.error(
        each.line,
        `Cannot use the step id "${id}" twice: line ${other.line} has it too. Give one of them another id.`,
      );
  }
  return byId;
}

function reportUnknownPrerequisites({ step, lineOfFirst }: WrittenStep, ids: readonly StepId[], log: ProblemLog): void {
  for (const id of step.requires) {
    if (!ids.includes(id))
      log.error(lineOfFirst, `Cannot require the step "${id}": no step has that id. ${advice(id, ids)}`);
  }
}

function reportUnknownTargets({ step, lineOfCheck }: WrittenStep, ids: readonly StepId[], log: ProblemLog): void {
  for (const { label, then } of step.check?.answers ?? []) {
    if (then.kind !== "step" || ids.includes(then.step)) continue;
    log.error(
      lineOfCheck,
      `Cannot lead "${label}" to the step "${then.step}": no step has that id. ${advice(then.step, ids)}`,
    );
  }
}

function advice(id: string, ids: readonly string[]): string {
  const near = nearestWord(id, ids);
  return near === undefined ? "Name a step of this article." : `Did you mean "${near}"?`;
}

function reportUnguardedDestruction({ step, line }: WrittenStep, log: ProblemLog): void {
  if (step.risk !== "destructive" || step.requires.length > 0) return;
  log.error(
    line,
    `Cannot offer "${step.title}": it destroys something and requires no step before it. Add \`- first:\` with the step that makes it safe, such as a verified backup.`,
  );
}

function reportCycle(byId: ReadonlyMap<StepId, WrittenStep>, log: ProblemLog): void {
  const finished = new Set<StepId>();
  for (const { step } of byId.values()) {
    const cycle = cycleFrom(step, byId, { finished, trail: [] });
    if (cycle === undefined) continue;
    const line = byId.get(cycle[0])?.lineOfFirst ?? 1;
    log.error(line, `Cannot order the steps: ${cycle.join(" needs ")}. Remove one of these prerequisites.`);
    return;
  }
}

type Search = { readonly finished: Set<StepId>; readonly trail: readonly StepId[] };

/** Depth first; an article has few enough steps to recurse over. */
function cycleFrom(
  step: Step,
  byId: ReadonlyMap<StepId, WrittenStep>,
  { finished, trail }: Search,
): NonEmpty<StepId> | undefined {
  const seen = trail.indexOf(step.id);
  if (seen !== -1) return [step.id, ...trail.slice(seen + 1), step.id];
  if (finished.has(step.id)) return undefined;
  for (const id of step.requires) {
    const next = byId.get(id)?.step;
    const cycle = next && cycleFrom(next, byId, { finished, trail: [...trail, step.id] });
    if (cycle !== undefined) return cycle;
  }
  finished.add(step.id);
  return undefined;
}
