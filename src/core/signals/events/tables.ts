import { readByForms, type LineForm } from "./line-forms.ts";
import type { EventRecord } from "./record.ts";

/** Tables that a console prints with spaces between their columns, one event a line. */
export function readTables(text: string): readonly EventRecord[] {
  if (!HINT.test(text)) return [];
  const source = PROVIDER.exec(text)?.[1]?.trim();
  return readByForms(text, FORMS, "list").map((record) => withSource(record, source));
}

const HINT =
  /\d:\d\d[^\n]{0,40} (?:Error|Warning|Information|Critical|SuccessA|FailureA)|(?:Error|Warning|Information|Critical)\s[^\n]{0,24}\d:\d\d/;

/** `Get-WinEvent` prints the source above its table. */
const PROVIDER = /^[ \t]{0,8}ProviderName: ([^\n]{2,80})$/m;

const FORMS: readonly LineForm[] = [
  // Get-EventLog: index, time, type, source, instance, message.
  /^[\s>]{0,12}\d{1,9}\s{1,4}\w{3} \d{1,2} \d\d:\d\d\s{1,4}(?<level>Error|Warning|Information|SuccessA\S*|FailureA\S*)\s{1,12}(?<source>\S[^\n]{1,40}?)\s{1,24}(?<instance>\d{1,10}) (?<message>\S[^\n]*)/,
  // Get-WinEvent: time, id, level, message.
  /^[\s>]{0,12}\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4} \d{1,2}:\d\d:\d\d(?: [AP]M)?\s{1,24}(?<id>\d{1,5}) (?<level>Error|Warning|Information|Critical|Verbose)\s{1,12}(?<message>\S[^\n]*)/,
  // The viewer's list with its tabs lost: level, time, source, id, category.
  /^[\s>]{0,12}(?<level>Error|Warning|Information|Critical)\s{1,12}\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4} \d{1,2}:\d\d:\d\d(?: [AP]M)?\s{1,12}(?<source>[A-Za-z][^\n]{1,50}?)\s{1,12}(?<id>\d{1,5})\s{1,12}(?:None|\(\d{1,3}\)|[A-Z][\w/ ]{2,30})(?<message>)$/,
];

function withSource(record: EventRecord, source: string | undefined): EventRecord {
  return record.signal.source === undefined && source !== undefined
    ? { ...record, signal: { ...record.signal, source } }
    : record;
}
