import type { EventSignal, Span } from "../signal.ts";
import { eventId } from "./record.ts";

/** An event that somebody spoke of; none where the number cannot be an event id. */
export function phraseFrom(span: Span, digits: string | undefined, source: string | undefined): readonly EventSignal[] {
  const id = eventId(digits ?? "");
  if (id === undefined) return [];
  return [
    { kind: "event", id, source, category: undefined, level: undefined, message: undefined, form: "phrase", span },
  ];
}
