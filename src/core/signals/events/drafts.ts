import { foldLabel, type Field } from "./labels.ts";
import type { Label } from "./label.ts";
import { eventId, instanceEventId } from "./record.ts";

/** Labels that belong to one record, in order of appearance. */
export type Draft = readonly Label[];

/** Sorts labels into records. A record ends where a label comes again, or where a new header begins after a description. */
export function draftsOf(text: string, labels: readonly Label[]): readonly Draft[] {
  const drafts: Label[][] = [];
  const usable = labels.filter((label) => label.field !== "id" || hasEventId(text, label));
  for (const [at, label] of usable.entries()) {
    const place = placeOf(text, drafts.at(-1), usable, at);
    if (place === "opens") drafts.push([label]);
    if (place === "joins") drafts.at(-1)?.push(label);
  }
  return drafts.filter((draft) => draft.some((label) => isId(label.field)));
}

function hasEventId(text: string, label: Label): boolean {
  const value = text.slice(label.valueStart, label.valueStart + 40);
  return (label.telling ? (eventId(value) ?? instanceEventId(value)) : eventId(value)) !== undefined;
}

function isId(field: Field): boolean {
  return field === "id" || field === "instance";
}

type Place = "opens" | "joins" | "none";

function placeOf(text: string, draft: Draft | undefined, labels: readonly Label[], at: number): Place {
  const label = labels[at];
  if (label === undefined) return "none";
  const last = draft?.at(-1);
  if (draft === undefined || last === undefined) return mayOpen(label) ? "opens" : "none";
  if (!isReachable(text, draft, last, label)) return "none";
  if (has(draft, "message")) return placeAfterMessage(text, draft, labels, at);
  if (clashes(draft, label)) return "opens";
  return isContiguous(text, last, label) ? "joins" : "opens";
}

/** `Source=DCOM` may stand behind other words: nobody writes prose with equals signs. */
function mayOpen(label: Label): boolean {
  return label.startsLine || label.telling || (label.separator === "=" && label.field === "source");
}

/** Weak labels ("Source:", "Date:") count only at the start of a line or right after another label on the same line. */
function isReachable(text: string, draft: Draft, last: Label, label: Label): boolean {
  if (isMachineWritten(draft))
    return label.separator === "=" || label.quoted || label.indent <= (draft[0]?.indent ?? 0);
  if (label.startsLine || label.telling) return true;
  return !has(draft, "message") && !text.slice(last.valueStart, label.start).includes("\n");
}

function placeAfterMessage(text: string, draft: Draft, labels: readonly Label[], at: number): Place {
  const label = labels[at];
  if (label === undefined) return "none";
  if (isMachineWritten(draft)) return clashes(draft, label) ? "opens" : "joins";
  if (label.field === "data" || label.field === "xml") return label.startsLine || label.telling ? "joins" : "none";
  if (!draft.some((one) => isId(one.field))) return clashes(draft, label) ? "opens" : "joins";
  if (beginsRecord(text, labels, at)) return "opens";
  return label.startsLine && !has(draft, label.field) && MISSING.has(label.field) ? "joins" : "none";
}

/** What may come after the description, when people write labels in any order. */
const MISSING: ReadonlySet<Field> = new Set(["source", "level", "category"]);

/** Lists of PowerShell, JSON and `key=value` name every value, so that nothing in them is prose. */
export function isMachineWritten(draft: Draft): boolean {
  return draft.some((label) => label.separator === "=" || label.quoted || LIST_LABELS.has(foldLabel(label.written)));
}

export function isList(draft: Draft): boolean {
  return draft.some((label) => LIST_LABELS.has(foldLabel(label.written)));
}

const LIST_LABELS: ReadonlySet<string> = new Set(
  "providername entrytype instanceid timecreated timegenerated timewritten leveldisplayname taskdisplayname replacementstrings".split(
    " ",
  ),
);

function has(draft: Draft, field: Field): boolean {
  return draft.some((label) => label.field === field);
}

function clashes(draft: Draft, label: Label): boolean {
  const once = isMachineWritten(draft) ? ONCE_IN_LISTS : ONCE;
  return once.has(label.field) && has(draft, label.field);
}

const ONCE: ReadonlySet<Field> = new Set(["id", "source", "level", "category", "log", "message"]);
const ONCE_IN_LISTS: ReadonlySet<Field> = new Set(["id", "source", "message"]);

/** Nothing but the first label's value lies between the two; a terminal may have broken it once. */
function isContiguous(text: string, first: Label, second: Label): boolean {
  if (second.start - first.valueStart > 200) return false;
  const between = text.slice(first.valueStart, second.start).split("\n");
  const lines = between.filter((line) => /[\p{L}\p{N}]/u.test(line));
  return lines.length <= 1 || (lines.length === 2 && (lines[1]?.length ?? 0) <= 40);
}

/** A header starts here: an id stands here, or follows within a few labels. */
function beginsRecord(text: string, labels: readonly Label[], at: number): boolean {
  const label = labels[at];
  const next = labels[at + 1];
  if (label === undefined) return false;
  if (isId(label.field) && label.startsLine) return true;
  if (isId(label.field)) return label.telling && next !== undefined && isContiguous(text, label, next);
  return leadsToId(text, labels, at);
}

function leadsToId(text: string, labels: readonly Label[], at: number): boolean {
  for (let i = at + 1; i <= at + 8; i += 1) {
    const before = labels[i - 1];
    const label = labels[i];
    if (before === undefined || label === undefined || label.field === "message") return false;
    if (!isContiguous(text, before, label)) return false;
    if (isId(label.field)) return true;
  }
  return false;
}
