import type { PatternHit, PatternSet } from "../patterns/pattern.ts";
import { recognise } from "./recognise.ts";
import { shareWords } from "./share-words.ts";
import type { Inquiry } from "./verdict.ts";
import type { EventSignal, Part, Reading, Signal, Span, Via } from "../signals/signal.ts";

/** One error of an inquiry, or the talk about one: the wording and the identifiers that belong together. */
export type Unit = {
  /** `event` a record of an event log · `message` what a program said · `talk` what a person says. */
  readonly kind: "event" | "message" | "talk";
  readonly text: string;
  readonly signals: readonly UnitSignal[];
  /** How it reached us. */
  readonly via: Via;
};

/** What was found in the text itself, and what an article's pattern recognised in it. */
export type UnitSignal = Signal | ({ readonly kind: "pattern" } & PatternHit);

/** More errors than this in one inquiry are not looked up one by one. */
const MOST_UNITS = 8;

/**
 * Cuts what was said into its errors, in the order in which they were said, with what `patterns` recognise in them;
 * empty where nothing was said.
 */
export function unitsOf(inquiry: Inquiry, patterns?: PatternSet): readonly Unit[] {
  const units = distinct(inquiry.readings.flatMap(unitsOfReading)).slice(0, MOST_UNITS);
  return shareWords(recognise(units, patterns));
}

/** Marks of one text that are looked up; a text of more is a listing, and the work is capped. */
const MOST_SIGNALS = 500;

function unitsOfReading(whole: Reading): Unit[] {
  const reading = { ...whole, signals: whole.signals.slice(0, MOST_SIGNALS) };
  const records = reading.signals.filter(isRecord);
  const parts = mergeLines(
    reading.parts.filter((part) => !records.some((record) => overlaps(record.span, part.span))),
    reading.text,
  );
  const errors = parts.filter((part) => part.kind !== "prose");
  const talk = parts.filter((part) => part.kind === "prose");
  const loose = reading.signals.filter((signal) => !records.some((record) => overlaps(record.span, signal.span)));
  const units = [
    ...records.map((record) => recordUnit(record, reading)),
    ...errors.map((part) => messageUnit(part, loose, reading.via)),
  ];
  const homeless = loose.filter((signal) => !errors.some((part) => overlaps(part.span, signal.span)));
  return withTalk(units, talk, homeless, reading);
}

/** A record of its own, as opposed to an event that is only talked about. */
function isRecord(signal: Signal): signal is EventSignal {
  return signal.kind === "event" && signal.form !== "phrase";
}

function recordUnit(record: EventSignal, reading: Reading): Unit {
  const within = reading.signals.filter((signal) => signal !== record && overlaps(record.span, signal.span));
  return { kind: "event", text: record.message ?? "", signals: [record, ...within], via: reading.via };
}

function messageUnit(part: Part, loose: readonly Signal[], via: Via): Unit {
  return {
    kind: "message",
    text: part.text,
    signals: loose.filter((signal) => overlaps(part.span, signal.span)),
    via,
  };
}

/**
 * Talk is an inquiry of its own when it stands alone; beside an error it merely lends it its identifiers. Who asks us
 * outright describes as much as quotes, so there the whole text counts once more.
 */
function withTalk(
  units: readonly Unit[],
  talk: readonly Part[],
  homeless: readonly Signal[],
  reading: Reading,
): Unit[] {
  const [first, ...rest] = units;
  const told =
    first === undefined ? [] : [{ ...first, signals: [...first.signals, ...homeless.filter(isTelling)] }, ...rest];
  if (first !== undefined && !(reading.via === "command" && (talk.length > 0 || isTold(units, reading)))) return told;
  const text = talk.map((part) => part.text).join("\n");
  if (first !== undefined) return [...told, { kind: "talk", text: reading.text, signals: [], via: reading.via }];
  return text === "" && homeless.length === 0 ? [] : [{ kind: "talk", text, signals: homeless, via: reading.via }];
}

/** A message of so many words may as well be somebody's description of one. */
function isTold(units: readonly Unit[], { text }: Reading): boolean {
  return (
    units.every(({ kind }) => kind === "message") && text.trim().split(/\s+/, SHORTEST_TALE).length === SHORTEST_TALE
  );
}

/** Words. */
export const SHORTEST_TALE = 14;

/** What is said beside an error and still speaks of it. */
function isTelling(signal: Signal): boolean {
  return signal.kind === "code" || signal.kind === "event" || signal.kind === "article" || signal.kind === "position";
}

/** Lines that follow each other are one message: programs break their messages anywhere. */
function mergeLines(parts: readonly Part[], text: string): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const before = merged.at(-1);
    if (before?.kind === "line" && part.kind === "line" && text.slice(before.span.end, part.span.start).trim() === "") {
      merged[merged.length - 1] = {
        kind: "line",
        text: `${before.text}\n${part.text}`,
        span: { start: before.span.start, end: part.span.end },
      };
    } else merged.push(part);
  }
  return merged;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same error twice is one error. */
function distinct(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter((unit) => {
    const key = `${unit.text.replace(/\s+/g, " ")}\n${unit.signals.map(identityOf).join(" ")}`;
    return !seen.has(key) && seen.add(key);
  });
}

function identityOf(signal: UnitSignal): string {
  return JSON.stringify({ ...signal, span: undefined });
}
