import type { Article } from "../kb/article.ts";
import type { Find } from "../kb/check-knowledge-base.ts";
import type { Namesake } from "../kb/namesakes.ts";
import { readSignals } from "../signals/read.ts";
import { decide } from "./decide.ts";
import { indexArticles } from "./index.ts";
import type { Model } from "./model.ts";

/** Finds articles the way the bot does: what it would answer with, or ask about; nothing where it would be silent. */
export function finderFor(articles: readonly Article[], model: Model, namesakes: readonly Namesake[] = []): Find {
  const index = { ...indexArticles(articles, model), namesakes };
  return (text, via) => {
    const verdict = decide(index, { readings: [readSignals(text, via)], answers: [] });
    if (verdict.kind === "silent") return [];
    if (verdict.kind === "ask") return verdict.question.options.map((option) => option.article);
    return verdict.matches
      .filter((match, place, all) => all.findIndex((other) => other.error === match.error) === place)
      .map((match) => match.article);
  };
}
