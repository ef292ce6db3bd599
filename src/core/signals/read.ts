import { clean } from "./clean.ts";
import { clip } from "./clip.ts";
import { readCodes } from "./codes.ts";
import { readRecords, type Records } from "./events/read.ts";
import { readPhrases } from "./events/phrases.ts";
import { fencesOf } from "./fences.ts";
import { readDumps, readMarks } from "./marks.ts";
import { readNames } from "./names.ts";
import { readBareNumbers } from "./bare-number.ts";
import { readNumbers } from "./numbers.ts";
import { partsOf } from "./parts.ts";
import type { Reading, Signal, Via } from "./signal.ts";
import { blanked, gaps, withoutOverlaps } from "./span.ts";

/** Reads a text as chat delivers it: what identifies the error, and which words are the program's and which are people's. */
export function readSignals(text: string, via: Via): Reading {
  const { text: kept, clipped } = clip(text);
  const cleaned = clean(kept);
  const fences = fencesOf(cleaned);
  const found = readRecords(cleaned, fences);
  const parts = partsOf(cleaned, { ...found, fences }, via);
  return { text: cleaned, via, signals: signalsOf(cleaned, found, via), parts, clipped };
}

function signalsOf(text: string, found: Records, via: Via): readonly Signal[] {
  const asked = via === "command";
  const phrases = readPhrases(found.rest, via);
  const events = [...found.records.map((record) => record.signal), ...phrases];
  const told = toldText(text, found);
  const ranked = [...readMarks(told), ...readCodes(told, asked), ...readNumbers(told, asked), ...readNames(told)];
  const identifiers = withoutOverlaps(
    text.length,
    phrases.map(({ span }) => span),
    ranked,
  );
  const signals = [...events, ...identifiers, ...readDumps(text)];
  const numbers = asked
    ? readBareNumbers(
        blanked(
          found.rest,
          signals.map((signal) => signal.span),
        ),
      )
    : [];
  return [...signals, ...numbers].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Descriptions and what nobody claimed: the headers of records hold dates, users and keywords that look like codes. */
function toldText(text: string, found: Records): string {
  const kept = [...gaps(text.length, found.claims), ...found.records.flatMap((record) => record.description ?? [])];
  return blanked(text, gaps(text.length, kept));
}
