import { type Calibration, calibrate } from "../../adapters/commands/calibrate.ts";
import { loadKnowledgeBase } from "../../adapters/files/load-knowledge-base.ts";
import { readLabelled } from "../../adapters/files/read-labelled.ts";
import { whyNoModelAt, writeModel } from "../../adapters/files/write-model.ts";
import { folderWish } from "../../adapters/index-store/folders.ts";
import type { LabelledQuestion } from "../core/calibration/labelled.ts";
import type { Article } from "../core/kb/article.ts";
import { readSignals } from "../core/signals/read.ts";
import { foldersWanted } from "./knowledge.ts";
import { modelFor } from "./model.ts";
import { fail, optionsOf, valuesOf, writeLine } from "./options.ts";
import { stagesHere } from "./stages-here.ts";

/** Fits a model to all knowledge bases that are asked together, as the bot does. */
export async function runCalibrate(args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (typeof wanted === "string") return fail(wanted);
  const { wishes, model: named } = optionsOf(args);
  const inUse = await modelFor(named);
  if (typeof inUse === "string") return fail(inUse);
  const articles = articlesIn(foldersWanted(wishes));
  if (typeof articles === "string") return fail(articles);
  return calibrate({
    ...wanted,
    articles,
    inUse,
    today: new Date().toISOString().slice(0, 10),
    read: readSignals,
    stages: stagesHere(),
    writeLine,
  });
}

type Wanted = Pick<Calibration, "seed" | "labelled" | "into">;

/** What stands behind the options; a sentence where that is of no use. */
function wantedOf(args: readonly string[]): Wanted | string {
  const seed = Number(valuesOf(args, "--seed")[0] ?? 1);
  if (!Number.isSafeInteger(seed)) return "Cannot calibrate: the seed is no whole number. Write --seed 7.";
  const labelled: LabelledQuestion[] = [];
  for (const read of valuesOf(args, "--labelled").map(readLabelled)) {
    if (typeof read === "string") return read;
    labelled.push(...read);
  }
  const [file] = valuesOf(args, "--into");
  if (file === undefined) return args.includes("--into") ? NO_FILE : { seed, labelled, into: undefined };
  return whyNoModelAt(file) ?? { seed, labelled, into: { file, save: (fitted) => writeModel(file, fitted) } };
}

const NO_FILE = "Cannot calibrate: no file stands behind --into. Write --into FILE.";

/** Every article once; of two with the same id the one that comes first. */
function articlesIn(folders: readonly string[]): readonly Article[] | string {
  const articles = new Map<string, Article>();
  for (const written of folders) {
    const wish = folderWish(written);
    if (typeof wish === "string") return wish;
    const loaded = loadKnowledgeBase(wish.dir);
    if (loaded.kind === "unreadable") return loaded.message;
    for (const article of loaded.articles) if (!articles.has(article.id)) articles.set(article.id, article);
  }
  return articles.size > 0 ? [...articles.values()] : NO_ARTICLES;
}

const NO_ARTICLES = "Cannot calibrate: the knowledge base has no articles. Name another one with --kb DIR.";
