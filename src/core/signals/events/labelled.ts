import type { Fence } from "../fences.ts";
import type { EventForm, EventSignal, Span } from "../signal.ts";
import { draftsOf, isList, type Draft } from "./drafts.ts";
import { type Label, labelsOf } from "./label.ts";
import { descriptionOf } from "./labelled-description.ts";
import type { Field } from "./labels.ts";
import { isNone, levelOf } from "./levels.ts";
import { eventId, instanceEventId, type EventRecord } from "./record.ts";
import { programAtStart } from "./spoken-source.ts";
import { valueOf, type Value } from "./values.ts";

/**
 * Records that name each value: the classic viewer, the modern one, `wevtutil`, lists of PowerShell, JSON and
 * `key=value`, in every language of the label table, with lines broken or lost.
 */
export function readLabelled(text: string, fences: readonly Fence[]): readonly EventRecord[] {
  const labels = labelsOf(text);
  if (labels.length === 0) return [];
  const drafts = draftsOf(text, labels);
  return drafts.flatMap((draft, i) => {
    if (isSpoken(draft)) return [];
    const record = recordOf(text, draft, drafts[i + 1]?.[0]?.start ?? text.length, fences);
    return record === undefined ? [] : [record];
  });
}

/** "Netlogon event ID: 5719", "EventCode=5719" and nothing else: somebody talks of an event, and the source stands among the words. */
function isSpoken(draft: Draft): boolean {
  const [only, another] = draft;
  return another === undefined && only?.field === "id" && only.telling && !only.quoted;
}

function recordOf(text: string, draft: Draft, bound: number, fences: readonly Fence[]): EventRecord | undefined {
  const values = valuesOf(text, draft, bound);
  const id = idOf(text, values);
  const named = values.find(({ label }) => label.field === "source");
  const source = sourceOf(text, named) ?? (named === undefined ? sourceBelow(text, values) : undefined);
  if (id === undefined || !isTelling(draft, source)) return undefined;
  const description = descriptionOf(text, draft, values, bound, fences);
  const signal: EventSignal = {
    kind: "event",
    id,
    source,
    category: textOf(text, values, "category"),
    level: levelOf(textOf(text, values, "level") ?? ""),
    message: description?.message,
    form: formOf(text, draft, description?.span),
    span: extentOf(values, description?.span),
  };
  return { signal, description: description?.span, claims: claimsOf(values, description?.span) };
}

function valuesOf(text: string, draft: Draft, bound: number): readonly Value[] {
  return draft.map((label, i) => ({ label, span: valueOf(text, label, draft[i + 1], bound) }));
}

/** "Id: 5" alone may be anything; with a source beside it, it is an event, and so is "Event: 210" above a description. */
function isTelling(draft: Draft, source: string | undefined): boolean {
  const isDescribed = draft.some((label) => label.field === "message" && label.startsLine);
  const saysEvent = (label: Label): boolean => label.telling || (isDescribed && /^event$/i.test(label.written));
  return source !== undefined || draft.some((label) => label.field === "id" && saysEvent(label));
}

function idOf(text: string, values: readonly Value[]): number | undefined {
  const id = values.find(({ label }) => label.field === "id") ?? values.find(({ label }) => label.field === "instance");
  if (id === undefined) return undefined;
  const written = text.slice(id.span.start, id.span.end);
  return eventId(written) ?? instanceEventId(written);
}

/** A source is a few words; where a line was lost, the program that it begins with is as far as we can be sure. */
function sourceOf(text: string, value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const written = bare(firstColumn(text.slice(value.span.start, value.span.end)));
  if (written.startsWith("<")) return undefined;
  const program = programAtStart(written);
  const source = goesOn(written, program) ? (program ?? written.split(" ")[0] ?? "") : withoutLevel(written);
  return source === "" || isNone(source) ? undefined : source;
}

/** Whether what follows the name, or its first word, is a sentence and no part of it. */
function goesOn(written: string, program: string | undefined): boolean {
  const rest = program === undefined ? "" : written.slice(program.length);
  return (
    written.length > 60 || written.split(" ").length > 6 || /[<>]/.test(written) || /^(?:,| [a-z]+ [a-z])/.test(rest)
  );
}

/** `MSExchangeMTA  Field Engineering`: behind two spaces stands another column, whose label was left out. */
function firstColumn(written: string): string {
  const end = written.search(/(?<=\S)(?: {2}|\t)[ \t]{0,80}[^\s]/);
  return end < 0 ? written : written.slice(0, end);
}

/** `Service Control Manager Error`: the level came along. One word in front of it may be a source of that name. */
function withoutLevel(source: string): string {
  return source.replace(/(?<=\S \S.{0,56}) (?:Error|Warning|Information)$/, "");
}

/** Some leave the label of the source out: then it stands alone on the line below the id, or behind it as one speaks. */
function sourceBelow(text: string, values: readonly Value[]): string | undefined {
  const at = values.findIndex(({ label }) => label.field === "id");
  const id = values[at];
  const next = values[at + 1];
  if (id === undefined || next === undefined || next.label.start - id.span.end > 80) return undefined;
  const between = text.slice(id.span.end, next.label.start).trim();
  const name = between.replace(/^[,(-]?\s{0,2}(?:from|by|in|of)\s/i, "");
  return between.includes("\n") ? undefined : programAtStart(name, name.length);
}

function textOf(text: string, values: readonly Value[], field: Field): string | undefined {
  const value = values.find(({ label }) => label.field === field);
  const written = value === undefined ? "" : bare(text.slice(value.span.start, value.span.end));
  return isNone(written) ? undefined : written;
}

function bare(written: string): string {
  return written
    .replace(/\s+/g, " ")
    .replace(/^[\s"'*_`,;|]+|[\s"'*_`,;|]+$/g, "")
    .replace(/(?<=\w\w)[.:]$/, "");
}

function formOf(text: string, draft: Draft, description: Span | undefined): EventForm {
  const first = draft[0];
  if (first === undefined) return "phrase";
  if (/Event\[\d{1,6}\]:?\s*$/.test(text.slice(Math.max(0, first.start - 40), first.start))) return "wevtutil";
  if (draft.some((label) => label.separator === "=" || label.quoted)) return "syslog";
  if (isList(draft)) return "list";
  if (draft.some((label) => label.field === "log")) return "modern";
  return description === undefined && draft.length <= 2 ? "phrase" : "classic";
}

function extentOf(values: readonly Value[], description: Span | undefined): Span {
  const start = Math.min(...values.map(({ label }) => label.start));
  return { start, end: Math.max(start, description?.end ?? 0, ...values.map(({ span }) => span.end)) };
}

/** A lone id in a sentence takes only its number; everything else takes its value. */
function claimsOf(values: readonly Value[], description: Span | undefined): readonly Span[] {
  const claims = values
    .filter(({ label }) => label.field !== "message")
    .map(({ label, span }) => ({ start: label.start, end: span.end }));
  const message = values.filter(({ label }) => label.field === "message");
  const labels = message.map(({ label }) => ({ start: label.start, end: label.valueStart }));
  return description === undefined ? [...claims, ...labels] : [...claims, ...labels, description];
}
