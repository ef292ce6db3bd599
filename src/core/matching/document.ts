import type { Article, EventSignature } from "../kb/article.ts";
import { identifiersOf } from "./identifier.ts";

/** An article as the index sees it. */
export type Document = {
  /** Paragraphs that are kept word by word, to be aligned with a paste. */
  readonly paragraphs: readonly Paragraph[];
  /** The rest of the text, of which the words are kept: for the index, and in their order in the story. */
  readonly body: readonly string[];
  readonly identifiers: readonly string[];
  readonly codes: readonly string[];
  /** Length of the whole article in letters. */
  readonly size: number;
  readonly card: Card;
};

/** `title` and its aliases, `message` what a program shows, `text` symptoms and summary in the author's words. */
export type ParagraphKind = "title" | "message" | "text";

export type Paragraph = { readonly kind: ParagraphKind; readonly text: string };

/** What the index knows of an article without reading it again. */
export type Card = {
  readonly id: string;
  readonly title: string;
  /** Absent where there are none. */
  readonly aliases?: readonly string[];
  readonly products: readonly string[];
  readonly fact: { readonly question: string; readonly statement: string } | undefined;
  /** Its events without companions. */
  readonly events: readonly CardEvent[];
  readonly patterns: readonly string[];
};

/** An event by which an article is found; `mentioned` is absent where the article shows it. */
export type CardEvent = { readonly id: number; readonly source?: string | undefined; readonly mentioned?: true };

export function documentOf(article: Article): Document {
  return {
    paragraphs: paragraphsOf(article),
    body: [
      article.cause,
      article.notes,
      ...stepTexts(article),
      ...article.tags,
      ...article.products,
      ...article.versions,
    ],
    identifiers: identifiersOf(article),
    codes: article.signals.codes,
    size: sizeOf(article),
    card: cardOf(article),
  };
}

function paragraphsOf(article: Article): Paragraph[] {
  const titles = [article.title, ...article.aliases].map((title) => ({
    kind: "title" as const,
    text: bareTitle(title),
  }));
  const messages = messagesOf(article).map((text) => ({ kind: "message" as const, text }));
  const texts = [article.summary, article.symptoms]
    .flatMap(splitParagraphs)
    .map((text) => ({ kind: "text" as const, text }));
  return distinct([...titles, ...messages, ...texts]);
}

/** Titles of support articles begin with the code of a department, which nobody types: `XADM: `. */
export function bareTitle(title: string): string {
  return title.replace(/^[A-Z][A-Z0-9]{1,9}: +/, "");
}

function messagesOf(article: Article): string[] {
  return [...eventTexts(article), ...article.signals.messages].map(withoutPlaceholders);
}

function eventTexts({ signals }: Article): string[] {
  return signals.events.flatMap(({ role, text }) => (role !== "companion" && text !== undefined ? [text] : []));
}

/** What stands for a varying part is no word of the message. */
function withoutPlaceholders(message: string): string {
  return message.replace(/<[^<>\n]{1,60}>/g, " … ");
}

/** Paragraphs end at blank lines; a fenced block is one paragraph of its own. */
export function splitParagraphs(markdown: string): string[] {
  return markdown
    .split(/\n[ \t]*\n+|^[ \t]*(?:```|~~~).*$/m)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

function stepTexts(article: Article): string[] {
  return article.steps.flatMap((step) => [step.title, step.text, ...step.commands.map((command) => command.text)]);
}

/** Each paragraph once, however it is punctuated; only those that begin alike are compared, since most do not. */
function distinct(paragraphs: readonly Paragraph[]): Paragraph[] {
  const beginnings = paragraphs.map(({ text }) => beginningOf(text));
  const begun = new Set<string>();
  const alike = new Set(beginnings.filter((beginning) => begun.has(beginning) || !begun.add(beginning)));
  const seen = new Set<string>();
  return paragraphs.filter(({ text }, place) => {
    const beginning = beginnings[place]!;
    if (beginning === "" || !alike.has(beginning)) return beginning !== "";
    const bare = bareText(text);
    return !seen.has(bare) && seen.add(bare);
  });
}

/** Letters that the bare beginnings of two paragraphs have in common if all of them is equal. */
const BEGINNING = 12;

/** As much of a text as nearly always has that many letters and some to spare. */
const ENOUGH = 48;

function beginningOf(text: string): string {
  const bare = bareText(text.slice(0, ENOUGH));
  return (bare.length > BEGINNING + 3 ? bare : bareText(text)).slice(0, BEGINNING);
}

function bareText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function cardOf(article: Article): Card {
  const { id, title, aliases, products, distinguishing, signals } = article;
  const events = signals.events.filter(({ role }) => role !== "companion").map(cardEvent);
  const named = aliases.length === 0 ? { id, title } : { id, title, aliases };
  return { ...named, products, fact: distinguishing, events, patterns: signals.patterns };
}

function cardEvent({ id, source, role }: EventSignature): CardEvent {
  return role === "mentioned" ? { id, source, mentioned: true } : { id, source };
}

function sizeOf(article: Article): number {
  const texts = [article.summary, article.symptoms, article.cause, article.notes, ...stepTexts(article)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}
