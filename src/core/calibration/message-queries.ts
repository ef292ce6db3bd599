import type { Article } from "../kb/article.ts";
import type { Chance } from "./chance.ts";
import { filledIn } from "./fill-in.ts";
import { NOISES } from "./noise.ts";
import type { Made } from "./queries.ts";

/** A message of an article in every state in which messages reach a channel. */
export function messageQueries(article: Article, chance: Chance): Made[] {
  const messages = [...article.signals.messages, ...setOff(article.symptoms)];
  const long = messages.filter((message) => message.length >= SHORTEST && message.length <= LONGEST);
  if (long.length === 0) return [];
  return Object.entries(NOISES).map(([name, noise]) => {
    const quotes = chance.pick(long);
    const text = noise(filledIn(quotes, chance), chance);
    return { text, via: "channel", class: `message, ${name}`, quotes };
  });
}

/** Shorter messages could be anybody's; longer ones are listings. */
const SHORTEST = 15;
const LONGEST = 500;

/** What stands in a block of its own among the symptoms is what a screen showed. */
function setOff(symptoms: string): string[] {
  return [...symptoms.matchAll(/^[ \t]*```[^\n]*\n([^`]{15,500})\n[ \t]*```/gm)].map((match) => match[1]!);
}
