import type { StepAction } from "../resolution/action.ts";
import { placeholdersOfStep } from "../resolution/fill.ts";
import { preceding, unmet } from "../resolution/steps.ts";
import { assignButton, button, escalateButtons, showButton } from "./buttons.ts";
import type { Scene } from "./run-view.ts";
import { missingPlaceholders } from "./step-blocks.ts";
import type { Button } from "./view.ts";

/** What the step's actions were offered for. */
export function onStep({ known, run, step }: Scene): Pick<StepAction, "revision" | "article" | "step"> {
  return { revision: known.revision, article: run.article, step: step.id };
}

/** Back to the first step that must be done before this one. */
export function prerequisiteButtons(scene: Scene): readonly Button[] {
  const required = unmet(scene.article, scene.run, scene.step).slice(0, 1);
  return required.map(({ id, title }) =>
    button(`Go to “${title}”`, { kind: "back", ...onStep(scene), to: id }, { style: "primary" }),
  );
}

export function skipButton(scene: Scene): Button {
  return button(
    "Skip…",
    { kind: "skip", ...onStep(scene), reason: "" },
    { input: { label: "Why is it skipped?", required: true, initial: "" } },
  );
}

export function notApplicableButton(scene: Scene): Button {
  return button("Doesn't apply here", { kind: "not-applicable", ...onStep(scene) });
}

export function backButtons(scene: Scene): readonly Button[] {
  const before = preceding(scene.article, scene.step.id);
  return before === undefined ? [] : [button("Back a step", { kind: "back", ...onStep(scene), to: before.id })];
}

/** One button a placeholder that is still missing. */
export function fillButtons(scene: Scene): readonly Button[] {
  return missingPlaceholders(scene).map((name) => fillButton(scene, name, `Fill in <${name}>…`, ""));
}

/** One button a placeholder that has a value already. */
export function refillButtons(scene: Scene): readonly Button[] {
  const names = placeholdersOfStep(scene.step);
  return scene.run.values
    .filter(({ name }) => names.includes(name))
    .map(({ name, value }) => fillButton(scene, name, `Change <${name}>…`, value));
}

function fillButton(scene: Scene, name: string, label: string, initial: string): Button {
  return button(
    label,
    { kind: "fill", ...onStep(scene), name, value: "" },
    { input: { label: name, required: true, initial } },
  );
}

/** What can be said of the run as a whole, wherever it stands. */
export function runButtons({ known, run, step }: Scene): readonly Button[] {
  const { article, revision } = { ...run, revision: known.revision };
  return [
    assignButton(known, run.state.kind === "verifying" ? undefined : step.id),
    showButton(article, "Read the whole article"),
    ...escalateButtons(known),
    button("Stop here", { kind: "abandon", revision, article }),
  ];
}

export function fixedButton({ known, run }: Scene): Button {
  return button("The error is gone", { kind: "fixed", revision: known.revision, article: run.article });
}
