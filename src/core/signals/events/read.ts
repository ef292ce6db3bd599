import { decodeHexDump } from "../dump.ts";
import { fencesOf, type Fence } from "../fences.ts";
import type { EventSignal, Span, Via } from "../signal.ts";
import { blanked } from "../span.ts";
import { boilerplateOf } from "./boilerplate.ts";
import { readDelimited } from "./delimited.ts";
import { readPhrases } from "./phrases.ts";
import type { EventRecord } from "./record.ts";
import { readLabelled } from "./labelled.ts";
import { readSyslog } from "./syslog.ts";
import { readTables } from "./tables.ts";
import { readXml } from "./xml.ts";

/** The events of a cleaned text: records in any form, and events that people speak of. */
export function readEvents(text: string, via: Via = "channel"): readonly EventSignal[] {
  const { records, rest } = readRecords(text, fencesOf(text));
  return [...records.map((record) => record.signal), ...readPhrases(rest, via)];
}

export type Records = {
  readonly records: readonly EventRecord[];
  /** Records, dumps and boilerplate: all that is neither a message nor talk. */
  readonly claims: readonly Span[];
  /** The text without them, offsets unchanged. */
  readonly rest: string;
};

/** Reads the records form by form; each reader sees what the ones before it left. */
export function readRecords(text: string, fences: readonly Fence[]): Records {
  const noise = [...decodeHexDump(text).map((dump) => dump.span), ...boilerplateOf(text)];
  let state: Records = { records: [], claims: noise, rest: blanked(text, noise) };
  for (const read of READERS) state = withRecords(state, read(state.rest, fences));
  return {
    ...state,
    records: withoutCopies(state.records.toSorted((a, b) => a.signal.span.start - b.signal.span.start)),
  };
}

const READERS: readonly ((text: string, fences: readonly Fence[]) => readonly EventRecord[])[] = [
  readXml,
  readDelimited,
  readSyslog,
  readTables,
  readLabelled,
];

function withRecords(state: Records, found: readonly EventRecord[]): Records {
  if (found.length === 0) return state;
  const claims = found.flatMap((record) => record.claims);
  return {
    records: [...state.records, ...found],
    claims: [...state.claims, ...claims],
    rest: blanked(state.rest, claims),
  };
}

/** The viewer copies an event as text and as XML at once: the second tells nothing new. */
function withoutCopies(records: readonly EventRecord[]): readonly EventRecord[] {
  return records.filter((record, i) => {
    const before = records[i - 1]?.signal;
    const { signal } = record;
    const isCopy = signal.form === "xml" && before?.form === "modern" && before.id === signal.id;
    return !isCopy || (before.message === undefined && signal.message !== undefined);
  });
}
