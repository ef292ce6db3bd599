import type { NonEmpty } from "../brand.ts";
import { button } from "./buttons.ts";
import { buttons, heading, note, paragraph, strong } from "./rich.ts";
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
import type { Block, Button, View } from "./view.ts";

/** Platforms have room for a handful of buttons in a row. */
const MOST_IN_SIGHT = 4;

/** "What do you see?": after a step that was done, or, for a step that only looks, with the step itself. */
export function checkView(scene: Scene): View {
  const { step } = scene;
  const question = step.check?.question ?? "What do you see?";
  const answers = [...prerequisiteButtons(scene), ...answerButtons(scene), ...fillButtons(scene)];
  const isLook = step.risk === "read-only";
  const [first, ...rest] = isLook ? lookBlocks(scene, question) : askBlocks(scene, question);
  const more = isLook ? lookMore(scene) : askMore(scene);
  return {
    blocks: [first, ...rest, ...buttons(answers.slice(0, MOST_IN_SIGHT), [...answers.slice(MOST_IN_SIGHT), ...more])],
    fallback: question,
  };
}

function answerButtons(scene: Scene): readonly Button[] {
  return (scene.step.check?.answers ?? []).map((answer, index) =>
    button(answer.label, { kind: "check", ...onStep(scene), answer: index }),
  );
}

function lookBlocks(scene: Scene, question: string): NonEmpty<Block> {
  return [
    heading(`${placeOf(scene)}: ${scene.step.title}`),
    riskNote(scene),
    ...prerequisiteNotes(scene),
    ...textBlocks(scene),
    ...commandBlocks(scene),
    ...runNotes(scene.known),
    paragraph(strong(question)),
  ];
}

function askBlocks(scene: Scene, question: string): NonEmpty<Block> {
  return [heading(question), note(`${placeOf(scene)}: ${scene.step.title}`), ...runNotes(scene.known)];
}

function lookMore(scene: Scene): readonly Button[] {
  return [
    ...refillButtons(scene),
    button("Didn't work", { kind: "failed", ...onStep(scene) }),
    fixedButton(scene),
    skipButton(scene),
    notApplicableButton(scene),
    ...backButtons(scene),
    ...runButtons(scene),
  ];
}

function askMore(scene: Scene): readonly Button[] {
  return [
    button("The step didn't work", { kind: "failed", ...onStep(scene) }),
    button("Back to the step", { kind: "back", ...onStep(scene), to: scene.step.id }),
    fixedButton(scene),
    ...runButtons(scene),
  ];
}
