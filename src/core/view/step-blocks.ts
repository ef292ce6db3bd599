import type { Risk, StepId } from "../kb/article.ts";
import { filled, placeholdersOfStep } from "../resolution/fill.ts";
import { outcomeOf, type Run } from "../resolution/run.ts";
import { unmet } from "../resolution/steps.ts";
import { markdownBlocks } from "./markdown.ts";
import { code, note, strong } from "./rich.ts";
import type { Scene } from "./run-view.ts";
import type { Block } from "./view.ts";

const RISKS: Readonly<Record<Risk, string>> = {
  "read-only": "only looks",
  changes: "changes something, can be undone",
  destructive: "cannot be undone",
};

/** The article, and how careful to be. */
export function riskNote({ run, step }: Scene): Block {
  return note(`${run.article} · `, step.risk === "read-only" ? RISKS[step.risk] : strong(RISKS[step.risk]));
}

export function textBlocks({ step }: Scene): readonly Block[] {
  return markdownBlocks(step.text);
}

/** The commands with what is known of their placeholders, and a word on those that are missing. */
export function commandBlocks({ step, run }: Scene): readonly Block[] {
  const commands = step.commands.map(({ text, language }): Block => {
    return { kind: "code", text: filled(text, run.values), language };
  });
  const missing = missingPlaceholders({ step, run });
  if (missing.length === 0) return commands;
  const names = missing.flatMap((name, index) => [index > 0 ? ", " : "", code(`<${name}>`)]);
  return [...commands, note("Fill in ", ...names, " before you run it.")];
}

/** The placeholders of the step that nobody filled in yet. */
export function missingPlaceholders({ step, run }: Pick<Scene, "step" | "run">): readonly string[] {
  return placeholdersOfStep(step).filter((name) => !run.values.some((value) => value.name === name));
}

/** What must be done first. */
export function prerequisiteNotes({ article, run, step }: Scene): readonly Block[] {
  return unmet(article, run, step).map(({ id, title }) => note(strong("First: "), `${title} (${standingOf(run, id)})`));
}

/** Somebody who just said that it didn't work does not want to read that it was not done. */
function standingOf(run: Run, step: StepId): string {
  return outcomeOf(run, step)?.kind === "failed" ? "didn't work" : "not done yet";
}
