import type { ArticleSignals, EventSignature } from "../kb/article.ts";
import { ARTICLE_LIMITS } from "../kb/limits.ts";
import { readCodes } from "../signals/codes.ts";
import { isLabelledId } from "../signals/events/phrases.ts";
import { readEvents } from "../signals/events/read.ts";
import { readDumps, readMarks } from "../signals/marks.ts";
import { readNames } from "../signals/names.ts";
import { saysCode } from "../signals/says-code.ts";
import type { EventSignal } from "../signals/signal.ts";
import { plainText } from "./block.ts";
import type { ForeignDocument, Section } from "./document.ts";
import { listedEvents } from "./listed-events.ts";
import { readMessages } from "./messages.ts";
import { referencesIn, withoutReferences } from "./references.ts";
import { clip } from "./sentence.ts";

/** The marks by which the error of a document is recognised. */
export function articleSignals(document: ForeignDocument): ArticleSignals {
  const sections = document.sections.filter((section) => section.role !== "references");
  const own = sections.map((section) => plainText(withoutReferences(section.blocks)));
  const text = [document.title, ...own].join("\n\n");
  const seen = sections
    .filter(({ role }) => role === "symptoms" || role === "summary")
    .map(({ blocks }) => plainText(blocks));
  const telling = [document.title, ...seen].join("\n\n");
  return {
    events: eventSignatures(text, [
      ...sections.flatMap(({ blocks }) => listedEvents(blocks)),
      ...readEvents(titlesOfOthers(document.sections)).map(mentioned),
    ]),
    codes: first(codesIn(text)),
    messages: readMessages(document.title, sections),
    names: first(
      readNames(telling)
        .map(({ name }) => name)
        .filter((name) => FAILURE.test(name)),
    ),
    patterns: [],
    positions: first(
      [...readMarks(telling), ...readDumps(telling)].flatMap((mark) =>
        mark.kind === "position" ? [mark.position] : [],
      ),
    ),
  };
}

/** Constants are named for many reasons; these say that something failed. */
const FAILURE = /exception$|error|fault$|fail|denied|invalid|not_?found|^E_|_E_|^STATUS_|^JET_|ERR|^ec[A-Z]/;

function titlesOfOthers(sections: readonly Section[]): string {
  return sections.flatMap(({ blocks }) => referencesIn(blocks)).join("\n\n");
}

function first(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value.length <= ARTICLE_LIMITS.entry).slice(0, MOST_MARKS);
}

/** A page that lists more is a table of codes, and the article format takes no more. */
const MOST_MARKS = 200;

/** Leaves out small values, which are flags more often than results, and what a stop screen has in parentheses. */
function codesIn(text: string): readonly string[] {
  return readCodes(text)
    .filter(({ code, written, span }) => {
      const before = text.slice(Math.max(0, span.start - 48), span.start);
      if (/(?:0x)?[0-9A-F]{8},? *\([^)]*$/i.test(before)) return false;
      const isLarge = Number.parseInt(code, 16) > LARGEST_FLAG && code !== "FFFFFFFF";
      return isLarge ? /[0-9A-F]{8}|^-\d{3,}$|^\d{7,}$/i.test(written) : saysCode(before);
    })
    .map(({ code }) => code);
}

const LARGEST_FLAG = 0xffff;

/** Each event once, the fullest account of it first: shown before told, with its source before without. */
function eventSignatures(text: string, lesser: readonly EventSignature[]): readonly EventSignature[] {
  const events = readEvents(text);
  const alarming = new Set(events.filter(isAlarming).map(({ source }) => source));
  const signatures = events.map((event) => signatureOf(event, roleOf(event, text, alarming)));
  const unique = new Map<string, EventSignature>();
  for (const one of [...signatures.toSorted((a, b) => worthOf(b) - worthOf(a)), ...lesser]) {
    const key = `${one.id} ${one.source?.toLowerCase() ?? ""}`;
    if (!unique.has(key)) unique.set(key, one);
  }
  const all = [...unique.values()];
  return all.filter((one) => !all.some((other) => saysMore(other, one))).slice(0, MOST_MARKS);
}

/** What another article's title speaks of; who logs it is guessed from too little there. */
function mentioned(event: EventSignal): EventSignature {
  return { ...signatureOf(event, "mentioned"), source: undefined };
}

function worthOf({ role, text }: EventSignature): number {
  return (role === "mentioned" ? 0 : 2) + (text === undefined ? 0 : 1);
}

/** The same event with its source; one that is only mentioned says nothing beside one that is shown. */
function saysMore(other: EventSignature, one: EventSignature): boolean {
  if (other.id !== one.id || other === one) return false;
  if (one.role === "mentioned" && other.role !== "mentioned")
    return one.source === undefined || other.source !== undefined;
  return one.source === undefined && other.source !== undefined && other.role !== "mentioned";
}

function roleOf(event: EventSignal, text: string, alarming: ReadonlySet<string | undefined>): EventSignature["role"] {
  if (event.level === "Information" && alarming.size > 0 && !alarming.has(event.source)) return "companion";
  const isShown = event.form !== "phrase" || isLabelledId(text.slice(event.span.start, event.span.end));
  return isShown ? "telling" : "mentioned";
}

function signatureOf(
  { id, source, category, level, message }: EventSignal,
  role: EventSignature["role"],
): EventSignature {
  return {
    id,
    source: source === undefined ? undefined : clip(source, ARTICLE_LIMITS.entry),
    category: category === undefined ? undefined : clip(category, ARTICLE_LIMITS.entry),
    level,
    text: message === undefined ? undefined : clip(message, LONGEST_EVENT_TEXT),
    role,
  };
}

function isAlarming({ level }: EventSignal): boolean {
  return level === "Error" || level === "Warning" || level === "Critical";
}

const LONGEST_EVENT_TEXT = 2_000;
