import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chanceOf } from "../../src/core/calibration/chance.ts";
import { fitModel } from "../../src/core/calibration/calibrate.ts";
import type { Trial } from "../../src/core/calibration/examples.ts";
import { labelledTrials } from "../../src/core/calibration/labelled.ts";
import { trialsOn, trialsOnSmallBases } from "../../src/core/calibration/trials.ts";
import type { Article } from "../../src/core/kb/article.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { type Index, indexArticles } from "../../src/core/matching/index.ts";
import type { Model } from "../../src/core/matching/model.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { fts5 } from "./engines/fts5.ts";
import { foundBy, inquiryOf } from "./engines/kms.ts";
import { readArticles, readQueries } from "./inputs.ts";
import {
  areaUnderCurve,
  type ClassFigures,
  falseAnswers,
  figuresByClass,
  type LabelledQuery,
  type Outcome,
} from "./metrics.ts";
import { readOptions, required } from "./options.ts";
import { OUTPUT_OPTIONS, outputFor } from "./output.ts";
import { tableText } from "./table.ts";

const OPTIONS = {
  ...OUTPUT_OPTIONS,
  kb: { type: "string" },
  queries: { type: "string" },
  also: { type: "string" },
} as const;

const FOLDS = 5;

/**
 * How a model does on labelled queries that it was not fitted to: each fifth of them is asked with a model that was
 * fitted to the others, to all of `also`, and to what the articles themselves give, as `kms calibrate` does it. SQLite's
 * full-text search, which needs no fit, is asked the same.
 */
export async function crossval(args: readonly string[]): Promise<void> {
  const options = readOptions(args, OPTIONS);
  const output = outputFor(options);
  const articles = readArticles(required(options.kb, "kb"));
  const queries = readQueries(required(options.queries, "queries"));
  const index = indexArticles(articles);
  const also = options.also === undefined ? [] : readQueries(options.also);
  const made = [...madeFrom(articles, index), ...labelledTrials(also, index, readSignals)];
  const outcomes = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitModel([...made, ...labelledTrials(without(queries, fold), index, readSignals)], index.model);
    process.stderr.write(`fold ${fold + 1} of ${FOLDS} is fitted\n`);
    return queries.filter((_query, at) => at % FOLDS === fold).map((query) => ask(index, model, query));
  }).flat();
  output.print(tableText(rowsOf(outcomes, await askedOfPeer(articles, queries)), output.writing));
}

async function askedOfPeer(
  articles: readonly Article[],
  queries: readonly LabelledQuery[],
): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "kms-bench-"));
  try {
    await fts5.build(articles, folder);
    const peer = await fts5.open(folder);
    const askPeer = async (query: LabelledQuery): Promise<Outcome> => ({
      query,
      reply: { ...(await peer.search(query)), milliseconds: 0, finished: true },
    });
    return await Promise.all(queries.map(askPeer));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function madeFrom(articles: readonly Article[], index: Index): readonly Trial[] {
  const known = new Map<string, Article>(articles.map((article) => [article.id, article]));
  const ground = {
    articles,
    articleOf: (id: string) => known.get(id),
    index,
    read: readSignals,
    chance: chanceOf(1),
  };
  return [...trialsOn(ground), ...trialsOnSmallBases(ground)];
}

function without(queries: readonly LabelledQuery[], fold: number): readonly LabelledQuery[] {
  return queries.filter((_, at) => at % FOLDS !== fold);
}

function ask(index: Index, model: Model, query: LabelledQuery): Outcome {
  const before = performance.now();
  const found = foundBy(decide({ ...index, model }, inquiryOf(query)), query);
  return { query, reply: { ...found, milliseconds: performance.now() - before, finished: true } };
}

function rowsOf(ours: readonly Outcome[], theirs: readonly Outcome[]): readonly (readonly string[])[] {
  const peers = new Map(figuresByClass(theirs).map((figures) => [figures.class, figures]));
  const falseTheirs = falseAnswers(theirs);
  return [
    ["queries", "kms, success@1 / @3", "SQLite FTS5"],
    ...figuresByClass(ours).map((figures) => [
      `${figures.class} (${figures.queries})`,
      places(figures),
      places(peers.get(figures.class)),
    ]),
    ["AUROC", areaUnderCurve(ours).toFixed(3), areaUnderCurve(theirs).toFixed(3)],
    ...[...falseAnswers(ours)].map(([name, share]) => [
      `false answers at 90 %, ${name}`,
      percent(share),
      percent(falseTheirs.get(name) ?? 0),
    ]),
  ];
}

function places(figures: ClassFigures | undefined): string {
  return figures === undefined ? "" : `${figures.first.toFixed(3)} / ${figures.third.toFixed(3)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
