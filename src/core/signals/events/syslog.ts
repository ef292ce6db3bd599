import { readByForms, type LineForm } from "./line-forms.ts";
import type { EventRecord } from "./record.ts";

/** Events that a forwarder sent to a syslog server, one a line. */
export function readSyslog(text: string): readonly EventRecord[] {
  return HINT.test(text) ? readByForms(text, FORMS, "syslog") : [];
}

const HINT = /\[\d{1,5}\]:|\[(?:error|warning|info\w*|success|failure)\] \d|EvntSLog|MSWinEventLog|<\d{1,3}>1 /i;

/** Date and host in front, as relays write them; the message is the rest. */
const HEAD = String.raw`^[\s>]{0,8}(?:<\d{1,3}>)?(?:\w{3}\s{1,2}\d{1,2} [\d:]{8}|\d{4}-\d\d-\d\dT[\d:.+Z-]{5,24})\s{1,2}(?:[\w.-]{1,64}\s{1,2})?`;

const FORMS: readonly LineForm[] = [
  // EventReporter: `EvntSLog: [ERR] Wed Mar 14 02:11:09 2001: EXCH02/MSExchangeKMS (5389) - "…"`
  /EvntSLog[^\n]{0,80}?:\s{1,2}(?:\[(?<level>\w{3,7})\] )?[^\n/]{0,80}?[\w.-]{1,64}\/(?<source>[^/()\n]{2,60}?) ?[([](?<id>\d{1,5})[)\]][\s:-]{1,4}(?<message>[^\n]*)/,
  // NTsyslog: `MSExchangeKMS[error] 5389 …`
  new RegExp(
    String.raw`${HEAD}(?<source>[\w .-]{2,60})\[(?<level>error|warning|info\w*|success|failure)\] (?<id>\d{1,5}) (?<message>[^\n]*)`,
    "i",
  ),
  // The id where Unix has the process: only names that Windows programs have.
  new RegExp(
    String.raw`${HEAD}(?<source>[A-Z](?!RON\b|ROND\b|etworkManager|odemManager|ackageKit|org\b)[\w.-]{1,40}(?: [A-Z][\w.-]{1,40}){0,4})\[(?<id>\d{1,5})\]: (?<message>[^\n]*)`,
  ),
  // RFC 5424: version, time, host, program, process, id of the message, structured data.
  /^[\s>]{0,8}<\d{1,3}>1 \S{5,40} \S{1,64} (?<source>[A-Z][\w.-]{1,60}) \S{1,12} (?<id>\d{1,5}) (?:-|\[[^\]\n]{0,800}\]) (?<message>[^\n]*)/,
  // Snare with its tabs lost.
  /MSWinEventLog\s{1,4}\d\s{1,4}\w[\w ]{0,30}?\s{1,4}\d{1,10}\s{1,4}(?:\w{3} \w{3}\s{1,2}\d{1,2} [\d:]{8} \d{4}|[\d/.-]{8,10} [\d:]{7,8}(?: [AP]M)?)\s{1,4}(?<id>\d{1,5})\s{1,4}(?<source>[^\n\\]{2,60}?)\s{1,4}(?:N\/A|NT AUTHORITY\\\w{1,20}|[^\s\\]{1,40}\\\S{1,40}|S-\d-\S{1,80}|Unknown User)\s{1,4}(?:N\/A|User|Well Known Group)\s{1,4}(?<level>Error|Warning|Information|Success Audit|Failure Audit)\s{1,4}\S{1,64}\s{1,4}(?:None\b|\(\d{1,3}\))?\s{0,4}(?<message>[^\n]*)/,
];
