import type { Case } from "../resolution/case.ts";
import type { Run } from "../resolution/run.ts";
import { startButton } from "./buttons.ts";
import { recordTexts } from "./record-text.ts";
import { buttons, bullets, heading, note, rich, time } from "./rich.ts";
import { contextNotes } from "./small-print.ts";
import type { Block, Inline, View } from "./view.ts";
import { duration } from "./when.ts";

/** The error is gone: what was tried, what became of it, by whom, and how long it took. */
export function closedView(known: Case, run: Run): View {
  return {
    blocks: [
      heading(`Fixed: ${run.title}`),
      note(run.article, ...tookOf(known, run)),
      ...bullets(recordTexts(run)),
      ...contextNotes(known),
      ...anotherError(known, run),
    ],
    fallback: `Fixed: ${run.title}`,
  };
}

function tookOf(known: Case, { state }: Run): readonly Inline[] {
  if (!("ended" in state)) return [];
  const began = known.timeline[0]?.at ?? state.ended.at;
  const { by, at } = state.ended;
  return rich(` · fixed by ${by.name}, `, time(at), ` · took ${duration(began, at)}`);
}

/** A paste with two errors is half done. */
function anotherError(known: Case, run: Run): readonly Block[] {
  const error = known.verdict.matches.find((match) => match.article === run.article)?.error;
  const other = known.verdict.matches.find((match) => error !== undefined && match.error !== error);
  if (other === undefined || known.runs.some(({ article }) => article === other.article)) return [];
  return [
    note(`There was another error in the paste: ${other.title} (${other.article})`),
    ...buttons([startButton(known, other.article, "Start that one")]),
  ];
}
