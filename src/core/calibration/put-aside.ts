import type { Article } from "../kb/article.ts";
import type { Chance } from "./chance.ts";

/** Articles to learn from, and others that are asked about only afterwards. */
export type Divided = { readonly learned: readonly Article[]; readonly aside: readonly Article[] };

/** One article in five is put aside: a model is judged by questions about articles that it did not learn from. */
export function putAside(articles: readonly Article[], chance: Chance): Divided {
  const { learned = [], aside = [] } = Object.groupBy(articles, () => (chance.happens(ASIDE) ? "aside" : "learned"));
  return { learned, aside };
}

const ASIDE = 0.2;
