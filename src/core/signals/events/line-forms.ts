import { linesOf } from "../lines.ts";
import type { EventForm, EventSignal, Span } from "../signal.ts";
import { trimmed } from "../span.ts";
import { messageOf } from "./description.ts";
import { levelOf } from "./levels.ts";
import { eventId, instanceEventId, type EventRecord } from "./record.ts";

/**
 * A way to write an event on one line, as an expression with groups: `id` (or `instance`), and where the form has them
 * `source`, `level`, and `message`, which is the end of the line.
 */
export type LineForm = RegExp;

/** Reads each line by the first form that fits it. */
export function readByForms(text: string, forms: readonly LineForm[], form: EventForm): readonly EventRecord[] {
  return linesOf(text, { start: 0, end: text.length }).flatMap((line) => {
    const groups = groupsIn(text.slice(line.start, line.end), forms);
    const record = groups === undefined ? undefined : recordOf(text, line, groups, form);
    return record === undefined ? [] : [record];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function groupsIn(line: string, forms: readonly LineForm[]): Groups | undefined {
  for (const form of forms) {
    const groups = form.exec(line)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
}

function recordOf(text: string, line: Span, groups: Groups, form: EventForm): EventRecord | undefined {
  const id = eventId(groups["id"] ?? "") ?? instanceEventId(groups["instance"] ?? "");
  if (id === undefined) return undefined;
  const description = trimmed(text, { start: line.end - (groups["message"] ?? "").length, end: line.end });
  const signal: EventSignal = {
    kind: "event",
    id,
    source: groups["source"]?.trim(),
    category: undefined,
    level: levelOf(groups["level"] ?? ""),
    message: messageOf(text, description),
    form,
    span: line,
  };
  return { signal, description: description.start < description.end ? description : undefined, claims: [line] };
}
