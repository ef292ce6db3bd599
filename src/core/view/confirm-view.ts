import { button } from "./buttons.ts";
import { buttons, heading, note, paragraph, strong } from "./rich.ts";
import { placeOf, type Scene } from "./run-view.ts";
import { runNotes } from "./small-print.ts";
import { prerequisiteNotes, riskNote, textBlocks } from "./step-blocks.ts";
import {
  backButtons,
  notApplicableButton,
  onStep,
  prerequisiteButtons,
  runButtons,
  skipButton,
} from "./step-buttons.ts";
import type { Button, View } from "./view.ts";

/** "Go ahead?" before a step that cannot be undone. Its commands are shown after the yes. */
export function confirmView(scene: Scene): View {
  const title = `${placeOf(scene)}: ${scene.step.title}`;
  return {
    blocks: [
      heading(title),
      riskNote(scene),
      ...prerequisiteNotes(scene),
      ...textBlocks(scene),
      ...runNotes(scene.known),
      paragraph(strong("This cannot be undone."), " Go ahead?"),
      ...(scene.step.commands.length > 0 ? [note("The command is shown after your yes.")] : []),
      ...buttons(inSight(scene), [
        skipButton(scene),
        notApplicableButton(scene),
        ...backButtons(scene),
        ...runButtons(scene),
      ]),
    ],
    fallback: `${title}. This cannot be undone: go ahead?`,
  };
}

function inSight(scene: Scene): readonly Button[] {
  const first = prerequisiteButtons(scene);
  const goAhead = button("Yes, go ahead", { kind: "confirm", ...onStep(scene) }, { style: "danger" });
  const leaveOut = button("No, leave it out", { kind: "cancel", ...onStep(scene) });
  return [...(first.length > 0 ? first : [goAhead]), leaveOut];
}
