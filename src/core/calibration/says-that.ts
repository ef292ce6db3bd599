import type { Article } from "../kb/article.ts";

/**
 * Whether an article quotes a message: the same letters and digits in the same order, whatever stands between them. Of a
 * record the numbers may differ: the program and the event are known.
 */
export function saysThat(article: Article | undefined, message: string, mayDiffer = false): boolean {
  const wanted = lettersOf(message);
  if (article === undefined || wanted.length < SHORTEST) return false;
  if (!mayDiffer) return textOf(article).includes(wanted);
  return withoutNumbers(textOf(article)).includes(withoutNumbers(wanted));
}

function withoutNumbers(text: string): string {
  return text.replace(/\p{N}+/gu, "");
}

/** Shorter ones stand in other words by accident. */
const SHORTEST = 10;

const texts = new WeakMap<Article, string>();

function textOf(article: Article): string {
  const known = texts.get(article);
  if (known !== undefined) return known;
  const { title, signals, summary, symptoms, cause, notes } = article;
  const events = signals.events.flatMap(({ text }) => text ?? []);
  const text = [title, ...signals.messages, ...events, summary, symptoms, cause, notes].map(lettersOf).join("|");
  texts.set(article, text);
  return text;
}

/** Placeholders are left out, because every article has its own. */
function lettersOf(text: string): string {
  return text
    .replace(/<[^<>\n]{1,60}>/g, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
