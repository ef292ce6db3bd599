import type { Reading, Signal } from "../signals/signal.ts";

/** What makes two reports the same error: identifiers first, and only without any, the words of the message. */
export type Fingerprint = string;

/** The most identifiers that count; more come from long logs, where the first ones tell. */
const MOST = 4;

/** The longest message that counts, in UTF-16 units. */
const LONGEST_MESSAGE = 160;

/** The same error gives the same fingerprint whatever the time, host, user or number in it. */
export function errorFingerprint(reading: Reading): Fingerprint {
  const identifiers = [...new Set(reading.signals.flatMap(identifierOf))].toSorted().slice(0, MOST);
  return identifiers.length > 0 ? identifiers.join(" + ") : `“${maskedMessage(reading)}”`;
}

function identifierOf(signal: Signal): readonly string[] {
  switch (signal.kind) {
    case "event":
      return [signal.source === undefined ? `event ${signal.id}` : `event ${signal.source} ${signal.id}`];
    case "code":
      return [`code ${signal.code}`];
    case "error-number":
      return [`${signal.family} ${signal.number}`];
    case "name":
      return [`name ${signal.name}`];
    case "position":
      return [`at ${signal.position}`];
    case "article":
      return [`article ${signal.id}`];
    case "bare-number":
      return [`number ${signal.value}`];
    case "build":
    case "file":
      return [];
  }
}

/** The first stretch that reads like an error, with everything that varies masked. */
function maskedMessage({ parts, text }: Reading): string {
  const part = parts.find(({ kind }) => kind !== "prose") ?? parts[0];
  return (part?.text ?? text)
    .slice(0, 4_000)
    .toLowerCase()
    .replaceAll(/\[[a-z -]{1,40} removed\]/g, "<secret>")
    .replaceAll(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g, "<id>")
    .replaceAll(/"[^"]{1,200}"|'[^']{1,200}'/g, "<text>")
    .replaceAll(/(?:[a-z]:\\|\\\\|\/)[^\s,;]{3,200}/g, "<path>")
    .replaceAll(/[\w-]*\d[\w.:-]*/g, "<n>")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_MESSAGE);
}
