import type { Article } from "../../../src/core/kb/article.ts";
import { DIGITS, HEX, random, UPPER } from "../../core/redaction/random.ts";

/** A text made to keep the matcher busy. */
export type Hostile = { readonly shape: string; readonly text: string };

/** Bytes, all in one paste. */
const HOSTILE_SIZE = 64 * 1024;

const SEED = 20_261_120;

/** 64 KB of each shape; those of the articles' own words come from the articles given. */
export function hostileTexts(articles: readonly Article[]): readonly Hostile[] {
  return [...monotonous(), ...structured(), ...nested(), ...meaningless(), ...fromArticles(articles)].map(
    ({ shape, text }) => ({ shape, text: cut(text) }),
  );
}

/** At most `HOSTILE_SIZE` bytes of UTF-8. */
function cut(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, HOSTILE_SIZE)).replace(/\uFFFD$/, "");
}

function repeated(piece: string): string {
  return piece.repeat(Math.ceil(HOSTILE_SIZE / piece.length));
}

function monotonous(): readonly Hostile[] {
  return [
    { shape: "one letter", text: repeated("a") },
    { shape: "spaces", text: repeated(" ") },
    { shape: "empty lines", text: repeated("\n") },
    { shape: "digits without end", text: repeated("1234567890") },
    { shape: "colons", text: repeated("a: ") },
    { shape: "emoji", text: repeated("\u{1F525}\u{1F469}\u200D\u{1F692}") },
    { shape: "combining marks", text: `e${repeated("\u0301")}` },
    { shape: "ideographs", text: repeated("错误发生") },
    { shape: "control characters", text: repeated("\u0000\u0007\u001b[31m") },
  ];
}

function structured(): readonly Hostile[] {
  const record =
    "Event Type: Error\nEvent Source: W3SVC\nEvent Category: None\nEvent ID: 115\nDescription:\nIt failed.\n\n";
  const xml = `<Event xmlns="x"><System><Provider Name="W3SVC"/><EventID>115</EventID></System><EventData><Data>a</Data></EventData></Event>\n`;
  return [
    { shape: "event records", text: repeated(record) },
    { shape: "event records as XML", text: repeated(xml) },
    { shape: "event ids in a sentence", text: numbered((at) => `event id ${at} from W3SVC, `) },
    { shape: "codes", text: numbered((at) => `0x8${at.toString(16).padStart(7, "0")} `) },
    {
      shape: "CSV log lines",
      text: numbered((at) => `Error,2026-11-20 03:00:0${at % 10},W3SVC,${at},None,"a ""b"""\n`),
    },
    {
      shape: "hex dump",
      text: numbered((at) => `${at.toString(16).padStart(4, "0")}: 6b 6d 73 65 72 76 65 72  kmserver\n`),
    },
    { shape: "stack trace", text: numbered((at) => `   at Acme.Shop.Order${at}.Save(Order.cs:line ${at})\n`) },
    { shape: "syslog", text: numbered((at) => `<13>Nov 20 03:00:00 host app[${at}]: error: it failed\n`) },
    { shape: "JSON log lines", text: numbered((at) => `{"level":"error","id":${at},"msg":"it failed"}\n`) },
    { shape: "table with bars", text: repeated("| a | b | c |\n|---|---|---|\n") },
  ];
}

function numbered(line: (at: number) => string): string {
  return Array.from({ length: 4_000 }, (_, at) => line(at)).join("");
}

function nested(): readonly Hostile[] {
  return [
    { shape: "open XML tags", text: repeated("<Event><System>") },
    { shape: "open quotes", text: repeated('"a ') },
    { shape: "open brackets", text: repeated("[({<") },
    { shape: "fences", text: repeated("```\na\n") },
    { shape: "quotation marks of mail", text: repeated("> ") },
    { shape: "quoted XML with entities", text: repeated("&lt;&amp;amp;#x26;") },
    { shape: "escaped backslashes", text: repeated('\\\\"') },
  ];
}

function meaningless(): readonly Hostile[] {
  const r = random(SEED);
  return [
    { shape: "unknown words", text: many(() => r.text("abcdefghijklmnopqrstuvwxyz", 4 + r.int(8)), " ") },
    {
      shape: "words of 40 letters and more",
      text: many(() => r.text("abcdefghijklmnopqrstuvwxyz", 40 + r.int(400)), " "),
    },
    { shape: "words of letters and digits", text: many(() => r.text(`${UPPER}${DIGITS}`, 8), " ") },
    { shape: "hexadecimal", text: many(() => r.text(HEX, 8), " ") },
    { shape: "base64", text: r.text(`${UPPER}${UPPER.toLowerCase()}${DIGITS}+/`, HOSTILE_SIZE) },
  ];
}

function fromArticles(articles: readonly Article[]): readonly Hostile[] {
  const r = random(SEED);
  const messages = articles.flatMap(({ signals }) => signals.messages);
  const words = articles.flatMap(({ title }) => title.split(/\s+/));
  return [
    { shape: "words of many titles", text: many(() => r.pick(words), " ") },
    { shape: "words of many titles, one to a line", text: many(() => r.pick(words), "\n") },
    { shape: "misspelled words of many titles", text: many(() => misspelled(r.pick(words), r.int), " ") },
    { shape: "many messages", text: many(() => r.pick(messages), "\n") },
    { shape: "many quoted messages", text: many(() => `"${r.pick(messages)}"`, "\n\n") },
    {
      shape: "many misspelled messages",
      text: many(() => r.pick(messages).replace(/\w+/g, (word) => misspelled(word, r.int)), "\n"),
    },
    { shape: "the longest article, three times", text: `${longest(articles)}\n`.repeat(3) },
  ].filter(({ text }) => text.length > 0);
}

function many(piece: () => string, joint: string): string {
  return Array.from({ length: 12_000 }, piece).join(joint);
}

/** Two neighbouring letters change places. */
function misspelled(word: string, int: (below: number) => number): string {
  if (word.length < 4) return word;
  const at = int(word.length - 1);
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}

function longest(articles: readonly Article[]): string {
  const texts = articles.map(({ title, summary, symptoms, cause, notes }) => [title, summary, symptoms, cause, notes]);
  return texts.map((parts) => parts.join("\n\n")).reduce((best, text) => (text.length > best.length ? text : best), "");
}
