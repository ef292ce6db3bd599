import * as measures from "../../src/core/calibration/measures.ts";

/** A labelled query: any of `relevant` is right; none means that silence is right. */
export type LabelledQuery = {
  readonly id: string;
  readonly class: string;
  readonly via: "command" | "channel" | "thread";
  readonly texts: readonly string[];
  readonly relevant: readonly string[];
};

/** What an engine said: article ids, best first, how sure it is of the first, and how long it took. */
type Reply = {
  readonly articles: readonly string[];
  readonly score: number;
  /** Distinct words of the query. */
  readonly words: number;
  readonly milliseconds: number;
  readonly finished: boolean;
  readonly verdict?: "answer" | "ask" | "silent";
};

export type Outcome = { readonly query: LabelledQuery; readonly reply: Reply };

export type ClassFigures = {
  readonly class: string;
  readonly queries: number;
  readonly finished: number;
  readonly first: number;
  readonly third: number;
  readonly reciprocal: number;
};

/** Success@1, success@3 and MRR@10 of each class that has answers. */
export function figuresByClass(outcomes: readonly Outcome[]): readonly ClassFigures[] {
  const answerable = outcomes.filter(({ query }) => query.relevant.length > 0);
  return [...Map.groupBy(answerable, ({ query }) => query.class)].map(([name, of]) => ({
    class: name,
    queries: of.length,
    finished: of.filter(({ reply }) => reply.finished).length,
    first: mean(of.map((one) => (placeOf(one) === 1 ? 1 : 0))),
    third: mean(of.map((one) => (placeOf(one) <= 3 ? 1 : 0))),
    reciprocal: mean(of.map((one) => (placeOf(one) <= 10 ? 1 / placeOf(one) : 0))),
  }));
}

/** Place of the first right article, from 1; infinite where none was listed. */
export function placeOf({ query, reply }: Outcome): number {
  const place = reply.articles.findIndex((article) => query.relevant.includes(article));
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

/** The chance that a query with an answer scores higher than one without. */
export function areaUnderCurve(outcomes: readonly Outcome[]): number {
  return measures.areaUnderCurve(outcomes.map(scored));
}

function scored({ query, reply }: Outcome): measures.Scored {
  return { score: reply.score, answerable: query.relevant.length > 0 };
}

/** The share of each silent class that is answered when the threshold lets 90 % of the answerable queries through. */
export function falseAnswers(outcomes: readonly Outcome[], share = 0.9): ReadonlyMap<string, number> {
  const threshold = answeringScore(outcomes, share);
  const silent = outcomes.filter(({ query }) => query.relevant.length === 0);
  const byClass = [...Map.groupBy(silent, ({ query }) => query.class), ["all", silent] as const];
  return new Map(
    byClass.map(([name, of]) => [
      name,
      mean(of.map(({ reply }) => (reply.score >= threshold && reply.articles.length > 0 ? 1 : 0))),
    ]),
  );
}

/** The score from which on an engine must answer to let this share of the answerable queries through. */
export function answeringScore(outcomes: readonly Outcome[], share = 0.9): number {
  return measures.answeringScore(outcomes.map(scored), share);
}

/** The least value that this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
