import type { Case } from "../resolution/case.ts";
import type { Run } from "../resolution/run.ts";
import { assignButton, escalateButtons, showButton, startButton } from "./buttons.ts";
import { recordTexts } from "./record-text.ts";
import { buttons, bullets, heading, note, paragraph, strong } from "./rich.ts";
import { careNotes } from "./small-print.ts";
import type { Block, Button, View } from "./view.ts";

/** Nothing is left to try: what was tried, and the way to people who can help. */
export function exhaustedView(known: Case): View {
  const tried = known.runs.filter((run) => run.state.kind === "exhausted");
  const title = tried.length > 0 ? "Everything known was tried" : "No other article fits";
  return {
    blocks: [
      heading(title),
      ...tried.flatMap(runBlocks),
      ...untriedNotes(known, tried),
      ...careNotes(known),
      ...buttons(escalateButtons(known, "primary"), [
        assignButton(known),
        ...known.ruledOut.flatMap((id) => again(known, id)),
      ]),
    ],
    fallback: title,
  };
}

function runBlocks(run: Run): readonly Block[] {
  return [paragraph(strong(run.title), ` (${run.article})`), ...bullets(recordTexts(run))];
}

function untriedNotes(known: Case, tried: readonly Run[]): readonly Block[] {
  const denied = known.ruledOut.filter((id) => !tried.some((run) => run.article === id));
  return denied.length === 0 ? [] : [note(`Ruled out by what you said: ${denied.join(", ")}`)];
}

function again(known: Case, id: Case["ruledOut"][number]): readonly Button[] {
  return [showButton(id, `Read ${id}`), startButton(known, id, `Start ${id} again`)];
}
