import type { Entry } from "../resolution/case.ts";

/** What people said about one article that they worked with. */
export type Tally = {
  readonly article: string;
  readonly fixed: number;
  readonly notFixed: number;
};

/** Counts by article; those that failed most come first. */
export function tallyJudgements(judgements: readonly Entry[]): readonly Tally[] {
  const byArticle = Map.groupBy(judgements, ({ did }) => ("article" in did ? did.article : NONE));
  const tallies = [...byArticle].map(([article, said]) => ({
    article,
    fixed: said.filter(({ did }) => did.kind === "fixed").length,
    notFixed: said.filter(({ did }) => did.kind !== "fixed").length,
  }));
  return tallies.toSorted((a, b) => b.notFixed - a.notFixed || b.fixed - a.fixed);
}

/** Said about all articles that were offered. */
export const NONE = "none of those offered";
