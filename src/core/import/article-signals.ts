import type { ArticleSignals, EventSignature } from "../kb/article.ts";
import { ARTICLE_LIMITS } from "../kb/limits.ts";
import { readCodes } from "../signals/codes.ts";
import { readEvents } from "../signals/events/read.ts";
import { readDumps, readMarks } from "../signals/marks.ts";
import { readNames } from "../signals/names.ts";
import type { EventSignal } from "../signals/signal.ts";
import { plainText } from "./block.ts";
import type { ForeignDocument } from "./document.ts";
import { readMessages } from "./messages.ts";
import { clip } from "./sentence.ts";

/** The marks by which the error of a document is recognised. */
export function articleSignals(document: ForeignDocument): ArticleSignals {
  const sections = document.sections.filter((section) => section.role !== "references");
  const text = [document.title, ...sections.map((section) => plainText(section.blocks))].join("\n\n");
  const seen = sections
    .filter(({ role }) => role === "symptoms" || role === "summary")
    .map(({ blocks }) => plainText(blocks));
  const telling = [document.title, ...seen].join("\n\n");
  return {
    events: eventSignatures(readEvents(text)),
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

function first(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value.length <= ARTICLE_LIMITS.entry).slice(0, MOST_MARKS);
}

/** A page that lists more is a table of codes; the article format takes 200. */
const MOST_MARKS = 100;

/** Leaves out small values, which are flags more often than results, and what a stop screen has in parentheses. */
function codesIn(text: string): readonly string[] {
  return readCodes(text)
    .filter(({ code, written, span }) => {
      const before = text.slice(Math.max(0, span.start - 48), span.start);
      if (/(?:0x)?[0-9A-F]{8},? *\([^)]*$/i.test(before)) return false;
      const isLarge = Number.parseInt(code, 16) > LARGEST_FLAG && code !== "FFFFFFFF";
      return isLarge ? /[0-9A-F]{8}|^-?\d{7,}$/i.test(written) : SAYS_CODE.test(before);
    })
    .map(({ code }) => code);
}

const LARGEST_FLAG = 0xffff;

const SAYS_CODE = /\b(?:error|code|stop|status|result|hresult|returned)\b[^.;]{0,20}$/i;

function eventSignatures(events: readonly EventSignal[]): readonly EventSignature[] {
  const alarming = new Set(events.filter(isAlarming).map(({ source }) => source));
  const signatures = new Map<string, EventSignature>();
  for (const event of events) {
    const key = `${event.id} ${event.source?.toLowerCase() ?? ""}`;
    if (!signatures.has(key)) signatures.set(key, signatureOf(event, alarming));
  }
  const all = [...signatures.values()];
  return all
    .filter(
      (one) => one.source !== undefined || !all.some((other) => other.id === one.id && other.source !== undefined),
    )
    .slice(0, MOST_MARKS);
}

function signatureOf(
  { id, source, category, level, message }: EventSignal,
  alarming: ReadonlySet<string | undefined>,
): EventSignature {
  const companion = level === "Information" && alarming.size > 0 && !alarming.has(source);
  return {
    id,
    source: source === undefined ? undefined : clip(source, ARTICLE_LIMITS.entry),
    category: category === undefined ? undefined : clip(category, ARTICLE_LIMITS.entry),
    level,
    text: message === undefined ? undefined : clip(message, LONGEST_EVENT_TEXT),
    role: companion ? "companion" : "telling",
  };
}

function isAlarming({ level }: EventSignal): boolean {
  return level === "Error" || level === "Warning" || level === "Critical";
}

const LONGEST_EVENT_TEXT = 2_000;
