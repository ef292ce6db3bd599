import { type Answer, answerTo } from "../../src/core/calibration/answer-to.ts";
import { fitModel } from "../../src/core/calibration/calibrate.ts";
import { chanceOf } from "../../src/core/calibration/chance.ts";
import { compare } from "../../src/core/calibration/compare.ts";
import type { Read, Trial } from "../../src/core/calibration/examples.ts";
import { type LabelledQuestion, labelledTrials, questionsAbout } from "../../src/core/calibration/labelled.ts";
import { putAside } from "../../src/core/calibration/put-aside.ts";
import { reliabilityOf } from "../../src/core/calibration/reliability.ts";
import {
  type Ground,
  type Question,
  questionsOn,
  trialsOn,
  trialsOnSmallBases,
} from "../../src/core/calibration/trials.ts";
import type { Article } from "../../src/core/kb/article.ts";
import { indexArticles } from "../../src/core/matching/index.ts";
import type { FittedModel } from "../../src/core/matching/model-file.ts";
import { type ModelInUse, SHIPPED } from "../../src/core/matching/model-in-use.ts";
import { type Model, MODEL_KINDS } from "../../src/core/matching/model.ts";
import { adviceLine, comparedLines, fittedLines, tooFewLines } from "./calibration-text.ts";
import type { Stages } from "./stages.ts";

/** What `kms calibrate` is told. */
export type Calibration = {
  readonly articles: readonly Article[];
  readonly labelled: readonly LabelledQuestion[];
  readonly seed: number;
  /** The model that is matched with so far; compared too, where it is not the one that comes with kms. */
  readonly inUse: ModelInUse;
  /** ISO 8601 date. */
  readonly today: string;
  readonly read: Read;
  readonly stages: Stages;
  readonly writeLine: (line: string) => void;
  /** Where the model goes, and how: a sentence on why it cannot be written. */
  readonly into: { readonly file: string; readonly save: (fitted: FittedModel) => string | undefined } | undefined;
};

/**
 * Makes queries from a knowledge base, fits a model to them, and compares it with the one that comes with kms on queries
 * about articles that were put aside. The exit code is 1 where there is no new model.
 */
export function calibrate(calibration: Calibration): 0 | 1 {
  const { articles, seed, read, stages, writeLine } = calibration;
  const counting: Read = (text, via) => {
    stages.count();
    return read(text, via);
  };
  const { learned, aside } = putAside(articles, chanceOf(seed + 1));
  const ground = groundOf(articles, counting, seed);
  const asked = questionsOn({ ...ground, articles: aside, chance: chanceOf(seed + 2) });
  if (asked.filter(({ answerable }) => answerable).length < LEAST_ASKED) return sayTooFew(calibration, ground);
  const { trials, labelled } = trialsFor(calibration, { ...ground, articles: learned });
  const model = fit(trials, stages);
  const fitted = { on: calibration.today, articles: learned.length, queries: trials.length, labelled, seed };
  const compared = compareModels(calibration, ground, { model, asked });
  stages.end();
  const report = { fitted, kinds: Map.groupBy(trials, ({ kind }) => kind), aside: aside.length, ...compared };
  for (const line of [...fittedLines(report), ...comparedLines(report)]) writeLine(line);
  return finish(calibration, { model, fitted, reliability: reliabilityOf(compared.fresh) }, compared.comparison);
}

/** Fewer questions about articles put aside cannot tell one model from another. */
const LEAST_ASKED = 100;

function groundOf(articles: readonly Article[], read: Read, seed: number): Ground {
  const known = new Map<string, Article>(articles.map((article) => [article.id, article]));
  return { articles, articleOf: (id) => known.get(id), index: indexArticles(articles), read, chance: chanceOf(seed) };
}

function sayTooFew({ articles, stages, writeLine }: Calibration, ground: Ground): 1 {
  stages.begin("Asking about all articles");
  const answers = questionsOn(ground).map((question) => answerTo(ground.index, ground.read, question));
  stages.end();
  for (const line of tooFewLines(articles.length, answers)) writeLine(line);
  return 1;
}

/** What to learn from. Of the labelled questions only those count whose article is here; each is there several times. */
function trialsFor({ labelled, stages }: Calibration, ground: Ground) {
  stages.begin(`Asking about ${ground.articles.length} articles`);
  const told = labelledTrials(labelled, ground.index, ground.read);
  const whole = [...told, ...trialsOn(ground)];
  stages.begin("Asking smaller knowledge bases, cut out of this one");
  return { trials: [...whole, ...trialsOnSmallBases(ground)], labelled: questionsAbout(ground.index, labelled).length };
}

/** One kind of query after the other, so that it can be said which. */
function fit(trials: readonly Trial[], stages: Stages): Model {
  return MODEL_KINDS.reduce((model, kind) => {
    const those = trials.filter((trial) => trial.kind === kind);
    stages.begin(`Fitting to ${those.length} queries of the kind ${kind}`);
    return fitModel(those, model);
  }, SHIPPED.model);
}

type New = { readonly model: Model; readonly asked: readonly Question[] };

/** The same questions to the model that comes with kms, the one in use where it is another, and the new one. */
function compareModels({ inUse, seed, stages }: Calibration, { index, read }: Ground, { model, asked }: New) {
  const answersOf = (one: Model, name: string): readonly Answer[] => {
    stages.begin(`Asking ${name} about articles that were put aside`);
    return asked.map((question) => answerTo({ ...index, model: one }, read, question));
  };
  const shipped = answersOf(SHIPPED.model, "the model of kms");
  const used = inUse.kind === "own" ? [{ name: inUse.file, answers: answersOf(inUse.model, inUse.file) }] : [];
  const fresh = answersOf(model, "the new model");
  stages.begin("Comparing the models");
  const models = [{ name: "of kms", answers: shipped }, ...used, { name: "new", answers: fresh }];
  return { fresh, models, comparison: compare(fresh, shipped, chanceOf(seed + 3)) };
}

function finish({ into, writeLine }: Calibration, fitted: FittedModel, comparison: ReturnType<typeof compare>): 0 | 1 {
  const trouble = into?.save(fitted);
  writeLine(adviceLine(comparison, into?.file));
  if (trouble !== undefined) writeLine(trouble);
  return trouble === undefined ? 0 : 1;
}
