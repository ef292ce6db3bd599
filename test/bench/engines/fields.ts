import type { Article, ArticleSignals, EventSignature } from "../../../src/core/kb/article.ts";
import type { LabelledQuery } from "../metrics.ts";

/** An article as a text search engine is given it: three fields, of which the first says most. */
export type Fields = { readonly id: string; readonly title: string; readonly symptoms: string; readonly body: string };

export const FIELD_NAMES = ["title", "symptoms", "body"] as const;

export function fieldsOf(article: Article): Fields {
  const { id, title, aliases, summary, symptoms, signals, cause, notes, steps, tags, products, versions } = article;
  const stepTexts = steps.flatMap((step) => [step.title, step.text, ...step.commands.map(({ text }) => text)]);
  return {
    id,
    title: [title, ...aliases].join("\n"),
    symptoms: [summary, symptoms, ...signalTexts(signals)].join("\n"),
    body: [cause, notes, ...stepTexts, ...tags, ...products, ...versions].join("\n"),
  };
}

/** What our own engine reads from the front matter, as words. */
function signalTexts({ events, codes, messages, names, positions }: ArticleSignals): readonly string[] {
  return [...events.map(eventText), ...codes.map((code) => `0x${code}`), ...messages, ...names, ...positions];
}

function eventText({ id, source, text }: EventSignature): string {
  return [`Event ID: ${id}`, source === undefined ? "" : `Source: ${source}`, text ?? ""].join(" ");
}

/** Letters and digits in lower case: XML tags, brackets and equals signs end a word too. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

export function textOfQuery({ texts }: LabelledQuery): string {
  return texts.join("\n");
}

export function distinctWords(query: LabelledQuery): readonly string[] {
  return [...new Set(wordsIn(textOfQuery(query)))];
}
