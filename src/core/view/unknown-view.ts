import type { Match, Silence, Verdict } from "../matching/verdict.ts";
import type { Case } from "../resolution/case.ts";
import { escalateButtons, showButton } from "./buttons.ts";
import { buttons, bullets, heading, note, paragraph, rich, strong } from "./rich.ts";
import { understoodIn } from "./signal-text.ts";
import { sharedText, similarOf } from "./similar.ts";
import { clippedNotes, careNotes } from "./small-print.ts";
import type { Block, View } from "./view.ts";

/** Nothing fits: what was understood, so that the person sees whether the paste was read well. */
export function unknownView(known: Case, { why, matches }: Extract<Verdict, { kind: "silent" }>): View {
  const similar = similarOf(matches);
  const read = similar.map((match) => showButton(match.article, `Read ${match.article}`));
  return {
    blocks: [
      heading("No article fits"),
      ...(why.kind === "namesake" ? namesakeBlocks(why) : understood(known)),
      ...wrongSource(why),
      ...similarBlocks(similar),
      ...(why.kind === "namesake" || why.kind === "wrong-source" || similar.length > 0 ? [] : wayOn(known)),
      ...clippedNotes(known),
      ...careNotes(known),
      ...buttons(read, escalateButtons(known)),
    ],
    fallback: "No article fits",
  };
}

function understood(known: Case): readonly Block[] {
  const signals = understoodIn(known.inquiry.readings);
  if (signals.length > 0) return [paragraph("This was understood:"), ...bullets(signals)];
  return [paragraph("No event id, error code or error message was recognised in it.")];
}

/** What may help where nothing else does. */
function wayOn(known: Case): readonly Block[] {
  const signals = understoodIn(known.inquiry.readings);
  if (signals.length > 0)
    return [note("If there is more of it, paste that too: the message, its source, the lines around it.")];
  return [note("Paste the whole error, or type an event id with its source, such as “MSExchangeKMS 5389”.")];
}

function namesakeBlocks({ name, ours }: Extract<Silence, { kind: "namesake" }>): readonly Block[] {
  return [paragraph("This looks like ", strong(name), `, not ${ours}; nothing here is about it.`)];
}

function wrongSource(why: Silence): readonly Block[] {
  if (why.kind !== "wrong-source") return [];
  const known = why.known.join(" and ");
  return [paragraph(strong(String(why.id)), " is known from ", strong(known), ", not from ", strong(why.said), ".")];
}

function similarBlocks(matches: readonly Match[]): readonly Block[] {
  return matches.length === 0
    ? []
    : [
        paragraph("Similar, not the same:"),
        ...bullets(
          matches.map((match) => [...rich(strong(match.title), ` (${match.article}) · `), ...sharedText(match)]),
        ),
      ];
}
