import type { Match, Silence, Verdict } from "../matching/verdict.ts";
import type { Case } from "../resolution/case.ts";
import { escalateButtons, showButton } from "./buttons.ts";
import { buttons, bullets, heading, note, paragraph, rich, strong } from "./rich.ts";
import { understoodIn } from "./signal-text.ts";
import { clippedNotes, careNotes } from "./small-print.ts";
import type { Block, RichText, View } from "./view.ts";
import { whyBriefly } from "./why.ts";

/** How many near misses are shown. */
const MOST_SIMILAR = 3;

/** A match below this is none, whatever it shares. */
const LEAST_SIMILAR = 0.05;

/** One word that tells something stands in many articles by chance. */
const LEAST_SHARED = 2;

/** Nothing fits: what was understood, so that the person sees whether the paste was read well. */
export function unknownView(known: Case, { why, matches }: Extract<Verdict, { kind: "silent" }>): View {
  const similar = matches.filter(isSimilar).slice(0, MOST_SIMILAR);
  const read = similar.map((match) => showButton(match.article, `Read ${match.article}`));
  return {
    blocks: [
      heading("No article fits"),
      ...understood(known),
      ...wrongSource(why),
      ...similarBlocks(similar),
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
  return [
    paragraph("No event id, error code or error message was recognised in it."),
    note("Paste the whole error, or type an event id with its source, such as “MSExchangeKMS 5389”."),
  ];
}

function wrongSource(why: Silence): readonly Block[] {
  if (why.kind !== "wrong-source") return [];
  const known = why.known.join(" and ");
  return [paragraph(strong(String(why.id)), " is known from ", strong(known), ", not from ", strong(why.said), ".")];
}

function isSimilar(match: Match): boolean {
  return match.confidence >= LEAST_SIMILAR && (hasMark(match) || (match.shares ?? []).length >= LEAST_SHARED);
}

function hasMark({ evidence }: Match): boolean {
  return evidence.some(({ kind }) => kind !== "message" && kind !== "title" && kind !== "words");
}

function similarBlocks(matches: readonly Match[]): readonly Block[] {
  return matches.length === 0 ? [] : [paragraph("Similar, not the same:"), ...bullets(matches.map(similarText))];
}

function similarText(match: Match): RichText {
  const shared = hasMark(match) ? (whyBriefly(match)[0] ?? []) : sharedText(match.shares ?? []);
  return [...rich(strong(match.title), ` (${match.article}) · `), ...shared];
}

function sharedText(words: readonly string[]): RichText {
  return rich("shares ", ...words.flatMap((word, at) => [at > 0 ? ", " : "", strong(word)]));
}
