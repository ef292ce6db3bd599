import type { Article } from "../kb/article.ts";
import { bareTitle } from "../matching/document.ts";
import type { Chance } from "./chance.ts";
import { described } from "./description.ts";
import { inOwnWords } from "./own-words.ts";
import type { Made } from "./queries.ts";

/** A title as somebody remembers it, and the problem in somebody's own words. */
export function talkQueries(article: Article, chance: Chance): Made[] {
  const title = remembered(bareTitle(article.title), chance);
  const told = described(article, chance);
  return [
    ...(title === undefined ? [] : [{ text: title, via: "command", class: "title" } as const]),
    ...(told === undefined ? [] : [{ text: told, via: "command", class: "description" } as const]),
  ];
}

/** Some of its words, in some order. */
function remembered(title: string, chance: Chance): string | undefined {
  const kept = inOwnWords(title, chance, 0.15)
    .split(/\s+/)
    .filter(() => chance.happens(0.75));
  const distance = chance.pick([0, 4, 100]);
  const order = kept.map((word, place) => ({ word, place: place + distance * chance.share() }));
  const words = order.toSorted((a, b) => a.place - b.place).map(({ word }) => word);
  return words.length < 2 ? undefined : words.join(" ");
}
