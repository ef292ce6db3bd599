import type { EventSignal, Via } from "../signal.ts";
import { isProductVersion } from "../product.ts";
import { isKnownSource } from "./known-sources.ts";
import { ID_LABELS } from "./labels.ts";
import { phraseFrom } from "./phrase.ts";
import { instanceEventId } from "./record.ts";
import { sourceAround } from "./spoken-source.ts";
import { readTyped } from "./typed.ts";

/**
 * Events people talk about: "event id 5389", "event 5085 from W3SVC", "MSExchangeKMS event 5389", "7202 msexchangeis private".
 * In passing only what says "event" itself, or names its source, counts: an invoice has numbers too.
 */
export function readPhrases(text: string, via: Via): readonly EventSignal[] {
  const asked = via === "command";
  const spoken = HINT.test(text)
    ? [...described(text), ...instanced(text, asked), ...labelled(text, asked), ...plain(text, asked)]
    : [];
  const found = withoutOverlaps([...spoken, ...logged(text), ...named(text), ...headed(text)]);
  return found.length > 0 || !asked ? found : readTyped(text);
}

const HINT = /[eé]v[eé]n[te]|ereignis|suceso|gebeurtenis|イベント|事件|\be(?:v|vt|vtid|vid|id)s?(?![a-z])/i;

/** The scaffolding that Windows puts around events whose texts are missing. */
function described(text: string): readonly EventSignal[] {
  return [...text.matchAll(DESCRIBED)].flatMap((match) => phraseAt(match, match[1], match[2]));
}

const DESCRIBED =
  /\bevent ID[ ]{0,2}\(?[ ]{0,2}(\d{1,5})[ ]{0,2}\)?[ ]{0,2}(?:in|from) source[ ]{0,2}\(?[ ]{0,2}([^\s()][^()\n]{0,60}?)[ ]{0,2}(?:\)|cannot|could not|can not)/gi;

/** "event id 0xC000150D", "event id 3221230861": the id with its severity in front, or in the notation of programmers. */
function instanced(text: string, asked: boolean): readonly EventSignal[] {
  return [...text.matchAll(INSTANCED)].flatMap((match) => {
    const id = match[1] === undefined && !asked ? undefined : instanceEventId(match[2] ?? "");
    return id === undefined ? [] : phraseAt(match, String(id), sourceAround(text, match, asked));
  });
}

const INSTANCED =
  /(?<![\w-])(?:events?|evts?|instance)([ _-]?ids?)?[\s:=#(]{1,4}(0x[\da-f]{3,8}|[1-4]\d{9})(?!\w|[.,:-]\d)/gi;

/** "event id", in any language, then a number, and then perhaps others: "event IDs 5389 and 5015". */
function labelled(text: string, asked: boolean): readonly EventSignal[] {
  return [...text.matchAll(LABELLED)].flatMap((match) => {
    const numbers = [...match[0].matchAll(/\d{1,5}/g)];
    const source = sourceAround(text, match, asked);
    return numbers.flatMap((number) => phraseAt(match, number[0], source));
  });
}

/** Whether this begins as the log labels it, "event id 5389", and not as people say, "event 5389". */
export function isLabelledId(written: string): boolean {
  return LABEL_AT_START.test(written);
}

const LABEL_AT_START = new RegExp(`^(?:(?:events?|evts?)[ _-]?ids?|eids?|${idLabelPattern()})`, "iu");

const LABELLED = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:(?:events?|evts?|ev)[ _-]?ids?|eids?|${idLabelPattern()})[\\s:=#'"(.]{0,4}(\\d{1,5})(?:\\s?(?:,|and|&|or|/|und|et|y)\\s{0,2}\\d{1,5}){0,8}(?![\\p{L}\\p{N}_]|[.,:-]\\d|%)`,
  "giu",
);

function idLabelPattern(): string {
  return ID_LABELS.toSorted((a, b) => b.length - a.length)
    .map((label) => label.replaceAll(".", "\\.").replaceAll(" ", "\\s?"))
    .join("|");
}

/** "event 5389": in passing only beside the name of its source, where the text speaks of logs, or where one says that it came. */
function plain(text: string, asked: boolean): readonly EventSignal[] {
  const aboutLogs = ABOUT_LOGS.test(text);
  return [...text.matchAll(PLAIN)].flatMap((match) => {
    const source = sourceAround(text, match, asked);
    if (!asked && SHORT.test(match[0])) return [];
    const isPlain = asked || source !== undefined || (aboutLogs && (match[1]?.length ?? 0) > 1) || hasCome(text, match);
    return isPlain ? phraseAt(match, match[1], source) : [];
  });
}

/** "seeing event 5389 again", "kms: event 5085": of three digits and more, and no year. */
function hasCome(text: string, { index, 1: digits = "" }: RegExpExecArray): boolean {
  if (digits.length < 3 || /^(?:19|20)\d\d$/.test(digits)) return false;
  return CAME.test(text.slice(Math.max(0, index - 24), index));
}

const CAME =
  /(?:^|[,;:(]|\b(?:see|seeing|saw|gets?|getting|got|has|have|throw(?:s|ing)?|threw|logs|logged|logging|shows?|showing|says|reports?|with|more|another))\s{0,2}$/i;

/** "5389 in the event viewer": a number of three digits and more that is said to stand in a log. */
function logged(text: string): readonly EventSignal[] {
  return [...text.matchAll(LOGGED)].flatMap((match) => phraseAt(match, match[1], undefined));
}

const LOGGED =
  /(?<![\w.,:#$€-])(\d{3,5}) (?:in|from) (?:the |our |its )?(?:event ?(?:log|viewer)s?|(?:application|system|security) (?:event )?log)\b/gi;

/** "ev 5", "evt 5": too little to be sure of in passing. */
const SHORT = /^evt?s?\b/i;

const PLAIN =
  /(?<![\w-])(?:(?:evt|ev):[ ]?|(?:events?|evts?|ev|ereignis|événement|evento|suceso|gebeurtenis)[ -]?)(?:number|no\.?|nr\.?|#)?[ ]{0,2}\(?#?(\d{1,5})\)?(?![\w]|[.,:-]\d|%|\s?(?:people|visitors|tickets|guests))/giu;
const ABOUT_LOGS =
  /event ?(?:log|viewer)|(?:application|system|security) log|\blog(?:s|ged|ging)\b|\b(?:in|to|from) (?:the|our|its|my) log\b|\bthe log (?:has|says|shows|is)\b|ereignisanzeige|ereignisprotokoll/i;

function phraseAt(
  match: RegExpExecArray,
  digits: string | undefined,
  source: string | undefined,
): readonly EventSignal[] {
  return phraseFrom({ start: match.index, end: match.index + match[0].length }, digits, source);
}

/** "eventlog says MSExchangeKMS 5389", "ClusSvc 1069 again": where the text speaks of logs, or a service by its name; no "LaserJet 4000". */
function named(text: string): readonly EventSignal[] {
  const aboutLogs = ABOUT_LOGS.test(text);
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const [, name = "", digits = ""] = match;
    const isProgram = aboutLogs
      ? isKnownSource(name) || SERVICE.test(name)
      : isKnownSource(name) && SERVICE.test(name) && digits.length > 2;
    const isEvent = isProgram && !isProductVersion(name, digits);
    return isEvent ? phraseAt(match, digits, name) : [];
  });
}

/** How programs that nobody sees are called. */
const SERVICE = /^MS[A-Z]|(?:S[vr][cv]|Service|Agent|Daemon|Time|Mgr)$/i;

const NAMED =
  /(?<![\w.:/\\-])([A-Z]\w{0,20}[a-z]\w{0,20}[A-Z]\w{0,30}(?: (?:Private|Public|Transport Driver))?)[ :(/]{1,2}(\d{2,5})(?![\w%]|[.,:-]\d)/g;

/** "MSExchangeKMS 5085: KMS can not mount …": a line that begins as a log's does, with the name of what wrote it and a number. */
function headed(text: string): readonly EventSignal[] {
  return [...text.matchAll(HEADED)].flatMap((match) => phraseAt(match, match[2], match[1]));
}

/** What ends in Error and the like is no source of events, and a socket's number is no event's. */
const HEADED =
  /^[ \t>*•-]{0,8}(?!\w{0,70}(?:Error|Exception|Sock|Socket)\b)([A-Z]\w{0,20}[a-z]\w{0,20}[A-Z]\w{0,30})[ \t]{1,2}\(?(\d{2,5})\)?:[ \t]{1,4}(?=\S)/gm;

/** Several readings of the same words: the first, which understood the most, is kept. */
function withoutOverlaps(events: readonly EventSignal[]): readonly EventSignal[] {
  const kept: EventSignal[] = [];
  for (const event of events) {
    const near = kept.filter((one) => one.span.start < event.span.end && event.span.start < one.span.end);
    if (near.every((one) => isSibling(one, event))) kept.push(event);
    if (kept.length >= MAX_PHRASES) break;
  }
  return kept;
}

/** Nobody speaks of more events in one message, and an article names no more. */
const MAX_PHRASES = 200;

/** Two numbers of one list share their words. */
function isSibling(a: EventSignal, b: EventSignal): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.id !== b.id;
}
