import type { Article } from "../../../src/core/kb/article.ts";
import { answeringScore, type Outcome, placeOf } from "../metrics.ts";

const LONGEST_SHOWN = 600;

/** Queries that were answered wrongly, to be sorted by kind by a person who reads them. */
export function residualErrors(outcomes: readonly Outcome[], articles: readonly Article[], count: number): string {
  const titles = new Map<string, string>(articles.map(({ id, title }) => [id, title]));
  const threshold = answeringScore(outcomes);
  const wrong = outcomes.filter((outcome) => isWrong(outcome, threshold));
  const shown = wrong.slice(0, count).map((outcome) => describe(outcome, titles));
  return [
    `${wrong.length} of ${outcomes.length} queries are answered wrongly; ${shown.length} of them:`,
    ...shown,
  ].join("\n\n");
}

function isWrong(outcome: Outcome, threshold: number): boolean {
  if (outcome.query.relevant.length > 0) return placeOf(outcome) !== 1;
  return outcome.reply.articles.length > 0 && outcome.reply.score >= threshold;
}

function describe(outcome: Outcome, titles: ReadonlyMap<string, string>): string {
  const { query, reply } = outcome;
  const name = (id: string) => `${id} ${titles.get(id) ?? "(not in this knowledge base)"}`;
  const wanted = query.relevant.length === 0 ? ["silence"] : query.relevant.slice(0, 4).map(name);
  return [
    `${query.id} · ${query.class} · ${query.via}`,
    `  query:  ${JSON.stringify(query.texts.join("\n---\n")).slice(0, LONGEST_SHOWN)}`,
    `  wanted: ${wanted.join("\n          ")}`,
    `  got:    ${reply.articles[0] === undefined ? "nothing" : `${name(reply.articles[0])} (${sureness(outcome)})`}`,
    ...(query.relevant.length === 0 ? [] : [`  the wanted one stands ${standing(placeOf(outcome))}`]),
  ].join("\n");
}

function sureness({ reply }: Outcome): string {
  return `${reply.score.toFixed(2)}${reply.verdict === undefined ? "" : `, ${reply.verdict}`}`;
}

function standing(place: number): string {
  return Number.isFinite(place) ? `at place ${place}` : "nowhere in the list";
}
