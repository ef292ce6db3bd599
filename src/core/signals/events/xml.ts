import { messageOf } from "./description.ts";
import { levelOf } from "./levels.ts";
import type { EventSignal, Span } from "../signal.ts";
import { eventId, type EventRecord } from "./record.ts";

/**
 * Events in XML, as the viewer's details tab and `wevtutil` show them. Reads what is there: a paste may be cut off at
 * either end, and entities may have been undone on the way. {@link https://learn.microsoft.com/windows/win32/wes/eventschema-schema}
 */
export function readXml(text: string): readonly EventRecord[] {
  if (!HINT.test(text)) return [];
  return stretchesOf(text).flatMap((span) => {
    const record = recordIn(text, span);
    return record === undefined ? [] : [record];
  });
}

const HINT = /<EventID\b/i;

/** One stretch an event: from its start, or its System part where the start was cut off, to its end or the next start. */
function stretchesOf(text: string): readonly Span[] {
  const ids = [...text.matchAll(/<EventID\b/gi)].map((match) => match.index);
  let floor = 0;
  return ids.map((id, i) => {
    const start = startBefore(text, id, floor);
    const next = ids[i + 1];
    const end = endAfter(text, id, next === undefined ? text.length : next);
    floor = end;
    return { start, end };
  });
}

/** How far in front of its id an event may begin. */
const MAX_HEAD = 2000;

function startBefore(text: string, id: number, floor: number): number {
  const head = text.slice(Math.max(floor, id - MAX_HEAD), id);
  const at = [
    head.lastIndexOf("<Event "),
    head.lastIndexOf("<Event>"),
    head.lastIndexOf("<System"),
    head.lastIndexOf("<Provider"),
  ];
  const first = at.find((index) => index >= 0);
  return first === undefined ? id : id - head.length + first;
}

function endAfter(text: string, id: number, limit: number): number {
  const rest = text.slice(id, limit);
  const close = rest.indexOf("</Event>");
  if (close >= 0) return id + close + "</Event>".length;
  if (limit === text.length) return lastTagEnd(text, id);
  const next = Math.max(rest.lastIndexOf("<Event "), rest.lastIndexOf("<Event>"), rest.lastIndexOf("<System"));
  return next > 0 ? id + next : limit;
}

/** What was cut off has no end: the last tag, and the paragraph that it opens, are the end of it. */
function lastTagEnd(text: string, from: number): number {
  const tag = text.lastIndexOf(">");
  if (tag < from) return Math.min(text.length, from + "<EventID".length);
  const paragraph = text.indexOf("\n\n", tag);
  return paragraph < 0 ? text.length : paragraph;
}

function recordIn(text: string, span: Span): EventRecord | undefined {
  const xml = text.slice(span.start, span.end);
  const id = eventId(contentOf(xml, ID)?.text ?? "");
  if (id === undefined) return undefined;
  const description = descriptionIn(xml);
  const signal: EventSignal = {
    kind: "event",
    id,
    source: sourceIn(xml),
    category: undefined,
    level: levelIn(xml),
    message: description?.message,
    form: "xml",
    span,
  };
  return { signal, description: shifted(description?.span, span.start), claims: [span] };
}

const ID = /<EventID\b[^<>]{0,80}>/i;

type Content = { readonly text: string; readonly span: Span };

/** What stands behind a tag, up to the next tag that closes it or to the end of a cut-off paste. */
function contentOf(xml: string, open: RegExp): Content | undefined {
  const match = open.exec(xml);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  const name = /^<(\w+)/.exec(match[0])?.[1] ?? "";
  const close = xml.indexOf(`</${name}`, start);
  const end = close < 0 ? xml.length : close;
  return { text: xml.slice(start, end), span: { start, end } };
}

/** Classic sources keep their name as EventSourceName; the provider's is often a GUID's or a longer one. */
function sourceIn(xml: string): string | undefined {
  const at = xml.search(/<Provider\b/i);
  const tag = at < 0 ? "" : (xml.slice(at, at + MAX_TAG).split(/>\s{0,80}</, 1)[0] ?? "");
  return attribute(tag, "EventSourceName") ?? attribute(tag, "Name");
}

/** Names may hold angle brackets, so that the end of the tag is where the next one begins. */
const MAX_TAG = 400;

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`[\\s]${name}\\s{0,3}=\\s{0,3}(?:"([^"]{1,120})"|'([^']{1,120})')`, "i").exec(tag);
  return value?.[1] ?? value?.[2];
}

/** Rendered text wins over its insertion strings. */
function descriptionIn(xml: string): { readonly span: Span; readonly message: string | undefined } | undefined {
  const message = contentOf(xml, /<Message\b[^<>]{0,80}>/i);
  if (message !== undefined && message.text.trim() !== "")
    return { span: message.span, message: messageOf(xml, message.span) };
  const data = contentOf(xml, /<(?:EventData|UserData)\b[^<>]{0,80}>/i);
  if (data === undefined) return undefined;
  const plain = strip(data.text);
  return plain === "" ? undefined : { span: data.span, message: plain };
}

/** Insertion strings without their tags and without binary data. */
function strip(xml: string): string {
  return xml
    .replace(/<Binary>[^<]*(?:<\/Binary>)?/gi, " ")
    .replace(/<!\[CDATA\[|\]\]>|<\/?[A-Za-z][^<>]{0,300}(?:>|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** {@link https://learn.microsoft.com/windows/win32/wes/eventmanifestschema-leveltype-complextype} */
function levelIn(xml: string): string | undefined {
  const rendered = contentOf(xml, /<RenderingInfo\b[^<>]{0,80}>/i)?.text ?? "";
  const word = levelOf(contentOf(rendered, /<Level>/i)?.text ?? "");
  return word ?? LEVELS[(contentOf(xml, /<Level>/i)?.text ?? "").trim()];
}

const LEVELS: Readonly<Record<string, string>> = {
  "0": "Information",
  "1": "Critical",
  "2": "Error",
  "3": "Warning",
  "4": "Information",
  "5": "Verbose",
};

function shifted(span: Span | undefined, by: number): Span | undefined {
  return span === undefined ? undefined : { start: span.start + by, end: span.end + by };
}
