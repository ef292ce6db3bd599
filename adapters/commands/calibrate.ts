import { readFileSync, writeFileSync } from "node:fs";
import type { Article } from "../../src/core/kb/article.ts";
import type { Read } from "../../src/core/calibration/examples.ts";
import { chanceOf } from "../../src/core/calibration/chance.ts";
import { fitModel } from "../../src/core/calibration/calibrate.ts";
import { type LabelledQuestion, labelledTrials } from "../../src/core/calibration/labelled.ts";
import { type Reliability, reliabilityOf } from "../../src/core/calibration/reliability.ts";
import { trialsOn, trialsOnSmallBases } from "../../src/core/calibration/trials.ts";
import { indexArticles } from "../../src/core/matching/index.ts";
import { formatModel } from "../../src/core/matching/model-text.ts";
import type { Model } from "../../src/core/matching/model.ts";

/** What `kms calibrate` is told. */
export type Calibration = {
  readonly articles: readonly Article[];
  /** Files of labelled queries, one JSON object a line. */
  readonly labelled: readonly string[];
  readonly seed: number;
  /** Where the model goes: `.json`, or `.ts` for the one that comes with the program. */
  readonly into: string | undefined;
  readonly read: Read;
  readonly write: (text: string) => void;
};

/** Makes queries from a knowledge base, fits the model to them, tells how reliable it is on others, and writes it. */
export function calibrate({ articles, labelled, seed, into, read, write }: Calibration): number {
  if (articles.length === 0) {
    write("Cannot calibrate: the knowledge base has no articles. Name another one with --kb DIR.\n");
    return 1;
  }
  const index = indexArticles(articles);
  const known = new Map<string, Article>(articles.map((article) => [article.id, article]));
  const ground = { articles, articleOf: (id: string) => known.get(id), index, read, chance: chanceOf(seed) };
  const questions = labelled.flatMap(readLabelled);
  const trials = [...labelledTrials(questions, index, read), ...trialsOn(ground), ...trialsOnSmallBases(ground)];
  const model = fitModel(trials, index.model);
  const fresh = trialsOn({ ...ground, chance: chanceOf(seed + 1) });
  write(
    `${trials.length} queries, ${questions.length} of them labelled by people; seed ${seed}\n${tableOf(reliabilityOf(fresh, model))}`,
  );
  if (into !== undefined)
    writeFileSync(into, into.endsWith(".ts") ? moduleOf(model) : `${JSON.stringify(model, null, 2)}\n`);
  return 0;
}

function readLabelled(file: string): LabelledQuestion[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line): LabelledQuestion => JSON.parse(line)).filter(({ relevant }) => Array.isArray(relevant));
}

function tableOf(lines: readonly Reliability[]): string {
  const rows = lines.map(
    ({ from, to, queries, said, right }) =>
      `  ${from.toFixed(1)}–${to.toFixed(1)}  ${String(queries).padStart(6)}  ${percent(said)}  ${percent(right)}\n`,
  );
  return ["On fresh queries:\n  confidence queries   said   right\n", ...rows].join("");
}

function moduleOf(model: Model): string {
  return `import { parseModel } from "./model-text.ts";

/** Written by \`kms calibrate\`; see docs/matching.md for what it was fitted on. */
export const DEFAULT_MODEL = parseModel([
${formatModel(model)
  .map((line) => `  ${JSON.stringify(line)},\n`)
  .join("")}]);
`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`.padStart(6);
}
