import { button } from "./buttons.ts";
import { buttons, heading } from "./rich.ts";
import { placeOf, type Scene } from "./run-view.ts";
import { runNotes } from "./small-print.ts";
import { commandBlocks, prerequisiteNotes, riskNote, textBlocks } from "./step-blocks.ts";
import {
  backButtons,
  fillButtons,
  fixedButton,
  notApplicableButton,
  onStep,
  prerequisiteButtons,
  refillButtons,
  runButtons,
  skipButton,
} from "./step-buttons.ts";
import type { Button, View } from "./view.ts";

/** One step to do by hand: what, how, and what became of it. */
export function stepView(scene: Scene): View {
  const title = `${placeOf(scene)}: ${scene.step.title}`;
  return {
    blocks: [
      heading(title),
      riskNote(scene),
      ...prerequisiteNotes(scene),
      ...textBlocks(scene),
      ...commandBlocks(scene),
      ...runNotes(scene.known),
      ...buttons(inSight(scene), behind(scene)),
    ],
    fallback: title,
  };
}

function inSight(scene: Scene): readonly Button[] {
  const first = prerequisiteButtons(scene);
  const done = button("Done", { kind: "done", ...onStep(scene) }, { style: "primary" });
  const failed = button("Didn't work", { kind: "failed", ...onStep(scene) });
  return [...(first.length > 0 ? first : [done]), failed, ...fillButtons(scene).slice(0, 1)];
}

function behind(scene: Scene): readonly Button[] {
  return [
    ...fillButtons(scene).slice(1),
    ...refillButtons(scene),
    fixedButton(scene),
    skipButton(scene),
    notApplicableButton(scene),
    ...backButtons(scene),
    ...runButtons(scene),
  ];
}
