import type { EventSignal, Span } from "../signal.ts";

/** An event record as its recogniser found it. */
export type EventRecord = {
  readonly signal: EventSignal;
  /** Where the description stands, as it was written. */
  readonly description: Span | undefined;
  /** All that belongs to the record: labels, values, description, dump. Nobody else reads it. */
  readonly claims: readonly Span[];
};

/** The largest id an event can have. {@link https://learn.microsoft.com/windows/win32/eventlog/event-identifiers} */
const MAX_EVENT_ID = 65_535;

/** The id of an event as it is written: `5389`, `( 5389 )`, `5389,`, `0x150D`. Undefined where it is no such number. */
export function eventId(written: string): number | undefined {
  const digits = /^[\s("'#*`]{0,24}(0x[\da-f]{1,4}(?![\da-f])|\d{1,10}(?![\dx]|\.\d))/i.exec(written)?.[1];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return value <= MAX_EVENT_ID ? value : undefined;
}

/** Event logs hand out instance ids too, `3221230861` or `0xC000150D`: the event id is their lower half. */
export function instanceEventId(written: string): number | undefined {
  const digits = /^\s*(0x[\da-f]{1,8}|\d{1,10})\b/i.exec(written)?.[1];
  return digits === undefined || Number(digits) > 0xffffffff ? undefined : Number(digits) & 0xffff;
}
