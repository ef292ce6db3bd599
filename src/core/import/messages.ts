import type { Block } from "./block.ts";
import type { Section } from "./document.ts";
import { readCommand } from "./command-like.ts";
import { splitReferences } from "./references.ts";

/**
 * The messages a document quotes: set-off paragraphs under words such as "the following error message", quotations
 * after such words, and what its title quotes. Each on one line, in order of appearance, each once.
 */
export function readMessages(title: string, sections: readonly Section[]): readonly string[] {
  const told = sections
    .filter((section) => section.role !== "references")
    .flatMap((section) => fromBlocks(section.blocks, ""));
  const unique = new Map<string, string>();
  for (const message of [...told, ...fromTitle(title)]) {
    const line = message
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^"([^"]*)"$/, "$1")
      .trim();
    const key = line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (isMessage(line) && !unique.has(key)) unique.set(key, line);
  }
  return [...unique.values()].slice(0, MOST_MESSAGES);
}

/** A page of hundreds of messages is a catalogue; the article format takes 500. */
const MOST_MESSAGES = 400;

function fromTitle(title: string): readonly string[] {
  const announced = /\b(?:err(?:or)? ?msgs?|error messages?|(?:stop|fatal) error)\s*[:-]\s*(.+)$/i.exec(title)?.[1];
  const quoted = Array.from(title.matchAll(/"([^"]{6,})"/g), (match) => match[1] ?? "").filter((text) =>
    text.includes(" "),
  );
  const bare = announced === undefined || announced.includes('"') ? [] : [announced];
  return [...quoted, ...bare];
}

function fromBlocks(blocks: readonly Block[], before: string): readonly string[] {
  const messages: string[] = [];
  let lead = before;
  for (const block of blocks) {
    if (block.kind === "literal")
      messages.push(...paragraphs(block).filter((text) => ANNOUNCES.test(lead) || COMPLAINS.test(text)));
    if (block.kind === "paragraph") messages.push(...quotedIn(block.text));
    if (block.kind === "list") messages.push(...block.items.flatMap((item) => fromBlocks(item, lead)));
    if (block.kind !== "literal") lead = block.kind === "list" ? "" : block.text.slice(-LEAD_LENGTH);
  }
  return messages;
}

/** Only the end of a paragraph announces what comes after it. */
const LEAD_LENGTH = 260;

const ANNOUNCES =
  /\b(?:error|errors|message|messages|warning|warnings|prompt|dialog box|pop-?up|alert|stop screen|displayed|appears?|receive[sd]?|returned|logged|reported|reads?|says|similar to|fehler|fehlermeldung|meldung|erreurs?|errore|messaggio|mensaje|mensagem|erro|foutmelding)\b|エラー|メッセージ|错误|錯誤/i;

/** What begins like this is a message, whatever stands before it. */
const COMPLAINS =
  /^(?:(?:run-time |fatal |internal |system |general |unexpected )?error\b|warning[: ]|cannot |can't |could not |unable to |fehler \d|erreur \d|errore? \d|access (?:is )?denied|invalid |failed |stop[: ]+0x|the .{3,80} (?:failed|could not|cannot)\b)/i;

function quotedIn(text: string): readonly string[] {
  const quoted = text.includes('"') ? Array.from(text.matchAll(QUOTED), (match) => match[1] ?? "") : [];
  const code = text.includes("`") ? Array.from(text.matchAll(SAID_IN_CODE), (match) => match[1] ?? "") : [];
  return [
    ...quoted.filter((said) => said.split(" ").length >= 4),
    ...code.filter(
      (said) => said.split(" ").length >= 2 && readCommand({ kind: "literal", lines: [said] }) === undefined,
    ),
  ];
}

/** Runbooks quote what a program says as code: "the API server answers `etcdserver: no leader`". */
const SAID_IN_CODE =
  /\b(?:errors?|messages?|warnings?|alerts?|sa(?:ys|id)|answer(?:s|ed)?|show(?:s|ed)?|logs?|logged|print(?:s|ed)?|return(?:s|ed)?|report(?:s|ed)?|respond(?:s|ed)?(?: with)?|fail(?:s|ed)? with|complain(?:s|ed)?|throws?|threw)\b[^`.]{0,40}`([^`\n]{8,400})`/gi;

const QUOTED =
  /\b(?:(?:errors?|messages?|warning|prompt|alert|reads?|says)\b[^".]{0,60}|(?:logged|displayed|reported|returned|fail(?:s|ed) with|throws|threw)\b[^".]{0,12}: ?)"([^"]{10,400})"/gi;

function paragraphs(block: Extract<Block, { kind: "literal" }>): readonly string[] {
  const { lines } = block;
  if (splitReferences(lines).references.length > 0 || readCommand(block) !== undefined) return [];
  const found: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter(readsLikeText).map((paragraph) => paragraph.join(" "));
}

/** Tables, listings and event records (which are read as events) are set off too, but say no message. */
function readsLikeText(paragraph: readonly string[]): boolean {
  if (paragraph.length === 0 || paragraph.length > MOST_LINES) return false;
  const text = paragraph.join("\n");
  return (
    !LABELLED.test(text) &&
    !LISTING.test(text) &&
    paragraph.filter((line) => / {3,}\S/.test(line.trim())).length <= paragraph.length / 4
  );
}

const MOST_LINES = 14;

const LABELLED = /^\s*(?:event (?:type|id|source|category)|source|log name|date|time|user|computer|type)\s*:/im;

const LISTING =
  /[;{}]\s*$|^\s*(?:\/\/|#include|#define|dim |end sub|sub |function |private |public |<\w+>|hkey_|https?:|ftp:|select |\\\\|\[(?![0-9a-f]{8}\])[\w ]+\]$|[a-z]:\\\S*$|[0-9a-f]{4,8}: (?:[0-9a-f]{2} ){2})/im;

function isMessage(message: string): boolean {
  return (
    message.length >= SHORTEST && message.length <= LONGEST && /[A-Za-z]{3}/.test(message) && message.includes(" ")
  );
}

const SHORTEST = 8;

const LONGEST = 1_500;
