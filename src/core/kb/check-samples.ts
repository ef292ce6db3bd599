import type { Article, ArticleId } from "./article.ts";
import type { Find, Finding } from "./check-knowledge-base.ts";
import { shorten } from "./shorten.ts";

/** Somebody who asks must find the article; somebody who merely talks must not be disturbed, by this one or another. */
export function sampleFindings({ id, samples }: Article, find: Find): readonly Finding[] {
  const missed = samples.finds.flatMap((text, index) => {
    const found = find(text, "command");
    return found.includes(id) ? [] : [notFound({ id, path: ["samples", "finds", index] }, text, found)];
  });
  const disturbed = samples.ignores.flatMap((text, index) =>
    find(text, "channel").map((found) =>
      found === id ? wronglyFound({ id, path: ["samples", "ignores", index] }, text) : tooBroad(found, id, text),
    ),
  );
  return [...missed, ...disturbed];
}

type Where = Pick<Finding, "id" | "path">;

function notFound(where: Where, text: string, found: readonly ArticleId[]): Finding {
  const instead = found.length === 0 ? "nothing" : found.join(", ");
  const message = `Cannot find ${where.id} by its sample "${shorten(text)}": it finds ${instead}. Add a signal or an alias, or correct the sample.`;
  return { ...where, severity: "error", message, topic: "samples that do not find their article" };
}

function wronglyFound(where: Where, text: string): Finding {
  const message = `Cannot keep ${where.id} quiet at "${shorten(text)}": the sample must not find it, but does. Make its signals narrower.`;
  return { ...where, severity: "error", message, topic: "samples that find what they must not" };
}

function tooBroad(id: ArticleId, owner: ArticleId, text: string): Finding {
  const message = `Cannot keep ${id} quiet at "${shorten(text)}": ${owner} says that this is talk, but it finds ${id}. Make its signals narrower.`;
  return { id, path: [], severity: "warning", message, topic: "articles that answer where they must not" };
}

/**
 * Articles that their own title and first message do not find. Of more than `most`, so many are tried: evenly spread,
 * and the same ones every time.
 */
export function unfoundAmong(
  articles: readonly Article[],
  find: Find,
  most: number,
): { readonly tried: number; readonly findings: readonly Finding[] } {
  const step = Math.max(1, articles.length / most);
  const tried = articles.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
  return { tried: tried.length, findings: tried.flatMap((article) => unfound(article, find)) };
}

function unfound({ id, title, signals }: Article, find: Find): readonly Finding[] {
  const texts = [title, ...signals.messages.slice(0, 1)];
  if (texts.some((text) => find(text, "command").includes(id))) return [];
  const message = `Cannot find ${id} by its own title "${shorten(title)}"${texts.length > 1 ? ", nor by its message" : ""}. Say in the title what is special, or add signals and samples.`;
  return [{ id, path: ["title"], severity: "warning", message, topic: "articles that nothing finds" }];
}
