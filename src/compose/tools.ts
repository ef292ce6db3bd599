import { caseCommand } from "../../adapters/commands/case.ts";
import { join } from "node:path";
import { Readable } from "node:stream";
import { check } from "../../adapters/commands/check.ts";
import { checkNamesakes } from "../../adapters/commands/check-namesakes.ts";
import { explain, explainLines } from "../../adapters/commands/explain.ts";
import { misses, reviewed } from "../../adapters/commands/misses.ts";
import { oncall, oncallProblems } from "../../adapters/commands/oncall.ts";
import type { Stages } from "../../adapters/commands/stages.ts";
import { search } from "../../adapters/commands/search.ts";
import { readArticleFiles } from "../../adapters/files/read-article-files.ts";
import { NAMESAKES_FILE, readNamesakes } from "../../adapters/files/read-namesakes.ts";
import { readOnCall } from "../../adapters/oncall/read-oncall.ts";
import { openStore } from "../../adapters/store/index.ts";
import { folderWish } from "../../adapters/index-store/folders.ts";
import { systemClock } from "../app/clock.ts";
import type { Finder } from "../core/kb/check-knowledge-base.ts";
import type { Namesake } from "../core/kb/namesakes.ts";
import { assess } from "../core/matching/decide.ts";
import type { Model } from "../core/matching/model.ts";
import { finderFor } from "../core/matching/finder.ts";
import { namesakeIn } from "../core/matching/namesake-in.ts";
import { modelTitle } from "../core/matching/model-in-use.ts";
import type { Inquiry } from "../core/matching/verdict.ts";
import { readSignals } from "../core/signals/read.ts";
import { evidenceText } from "../core/view/evidence-text.ts";
import { textOf } from "../core/view/rich.ts";
import { completerOver, deciderOver } from "./decider.ts";
import { runCalibrate } from "./calibrate.ts";
import { calendarSources } from "./calendars.ts";
import { fromStore } from "./from-store.ts";
import { foldersWanted, knowledgeFor } from "./knowledge.ts";
import { onCallFile } from "./on-call-file.ts";
import { modelFor } from "./model.ts";
import { fail, optionsOf, valuesOf, write, writeLine } from "./options.ts";
import { stagesHere } from "./stages-here.ts";

/** The commands for those who write articles and look after the bot. */
export const tools = {
  explain: runExplain,
  search: runSearch,
  check: runCheck,
  calibrate: runCalibrate,
  oncall: runOnCall,
  case: runCase,
  misses: runMisses,
};

async function runExplain(args: readonly string[]): Promise<number> {
  const { words, wishes, model: named } = optionsOf(args);
  const model = await modelFor(named);
  if (typeof model === "string") return fail(model);
  const knowledge = await knowledgeFor(wishes, { model });
  if (typeof knowledge === "string") return fail(knowledge);
  const said = words.filter((word, place) => !word.startsWith("--") && words[place - 1] !== "--via").join(" ");
  const [via = said === "" ? "channel" : "command"] = valuesOf(words, "--via");
  const means = {
    read: readSignals,
    decide: deciderOver(knowledge),
    assess: async (inquiry: Inquiry) => assess(await knowledge.indexFor(inquiry), inquiry),
    evidenceText: (evidence: Parameters<typeof evidenceText>[0]) => textOf(evidenceText(evidence)),
    model: modelTitle(model),
    input: said === "" ? process.stdin : Readable.from([said]),
    write,
  };
  const code = words.includes("--jsonl")
    ? await explainLines(means)
    : await explain(means, via === "command" || via === "thread" ? via : "channel");
  await knowledge.close();
  return code;
}

async function runSearch(args: readonly string[]): Promise<number> {
  const { words, wishes } = optionsOf(args);
  const knowledge = await knowledgeFor(wishes);
  if (typeof knowledge === "string") return fail(knowledge);
  const code = await search({ words, complete: completerOver(knowledge), write: writeLine });
  await knowledge.close();
  return code;
}

async function runCheck(args: readonly string[]): Promise<number> {
  const { words, wishes, model: asked } = optionsOf(args);
  const model = await modelFor(asked);
  if (typeof model === "string") return fail(model);
  const stages = stagesHere();
  const lines: string[] = [];
  const named = words.filter((word) => !word.startsWith("--"));
  const dirs = named.length > 0 ? named : foldersWanted(wishes).map(dirOf);
  const others = dirs.map((dir) => ({ file: join(dir, NAMESAKES_FILE), parsed: readNamesakes(dir) }));
  const namesakes = others.flatMap(({ parsed }) => (parsed?.kind === "namesakes" ? parsed.namesakes : []));
  stages.begin("Reading the articles");
  const articles = check({
    dirs,
    read: readArticleFiles,
    write: (line) => lines.push(line),
    today: new Date().toISOString().slice(0, 10),
    find: counted({ model: model.model, namesakes }, stages),
    all: words.includes("--all"),
  });
  stages.end();
  const recognise = (text: string) => namesakeIn([readSignals(text, "command")], namesakes);
  const untold = others.map(({ file, parsed }) => checkNamesakes({ file, parsed, recognise, write: writeLine }));
  for (const line of lines) writeLine(line);
  return Math.max(articles, ...untold, await checkOnCall());
}

type Means = { readonly model: Model; readonly namesakes: readonly Namesake[] };

/** The bot's own look-up, and whoever waits sees how far it has come. */
function counted({ model, namesakes }: Means, stages: Stages): Finder {
  return (articles) => {
    stages.begin("Making the index");
    const find = finderFor(articles, model, namesakes);
    stages.begin("Trying titles, messages and samples");
    return (text, via) => {
      stages.count();
      return find(text, via);
    };
  };
}

/** The exit code: 1 where there is an `oncall.yaml` that cannot be used. */
async function checkOnCall(): Promise<0 | 1> {
  const parsed = await readOnCall(onCallFile(), Date.now(), calendarSources());
  if (parsed === undefined) return 0;
  const problems = oncallProblems(parsed);
  for (const { file, line, severity, message } of problems) writeLine(`${file}:${line}: ${severity}: ${message}`);
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

async function runOnCall(args: readonly string[]): Promise<number> {
  return oncall({
    args,
    read: () => readOnCall(onCallFile(), Date.now(), calendarSources()),
    overrides: () => fromStore((tx) => tx.standingOverrides(systemClock.now())),
    now: systemClock.now,
    write: writeLine,
  });
}

async function runCase(args: readonly string[]): Promise<number> {
  return caseCommand({ args, inStore: fromStore, now: systemClock.now, write, writeLine, complain: fail });
}

async function runMisses(args: readonly string[]): Promise<number> {
  const store = await openStore(process.env, systemClock);
  const review = () => store.transaction((tx) => reviewed(tx.review));
  const code = await misses({ review, read: readSignals, isJson: args.includes("--json"), write: writeLine });
  await store.close();
  return code;
}

/** The path in what was written about a folder. */
function dirOf(written: string): string {
  const wish = folderWish(written);
  return typeof wish === "string" ? written : wish.dir;
}
