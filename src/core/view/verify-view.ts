import { button } from "./buttons.ts";
import { recordTexts } from "./record-text.ts";
import { buttons, bullets, heading, note } from "./rich.ts";
import type { Scene } from "./run-view.ts";
import { runNotes } from "./small-print.ts";
import { fixedButton, onStep, runButtons } from "./step-buttons.ts";
import type { View } from "./view.ts";

/** All steps are behind us: is the error gone? */
export function verifyView(scene: Scene): View {
  const { known, run } = scene;
  const gone = { ...fixedButton(scene), label: "Yes, it is gone", style: "primary" as const };
  const still = button("No, it is still there", { kind: "not-fixed", revision: known.revision, article: run.article });
  const back = button("Back to the last step", { kind: "back", ...onStep(scene), to: scene.step.id });
  return {
    blocks: [
      heading("Is the error gone?"),
      note(run.title),
      ...bullets(recordTexts(run)),
      ...runNotes(known),
      ...buttons([gone, still], [back, ...runButtons(scene)]),
    ],
    fallback: "Is the error gone?",
  };
}
