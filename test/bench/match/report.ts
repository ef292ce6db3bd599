import { ENGINE_TITLES } from "../engines/index.ts";
import { megabytes, milliseconds, NONE, percent, share } from "../figures.ts";
import { areaUnderCurve, type ClassFigures, falseAnswers, figuresByClass, mean, type Outcome } from "../metrics.ts";
import { type Table, tableText, type Writing } from "../table.ts";
import type { EngineRun } from "./run-engine.ts";
import type { Patience } from "./session.ts";

type Facts = {
  readonly articles: number;
  readonly queries: number;
  /** Reading and parsing the files; milliseconds. */
  readonly reading: number;
  readonly patience: Patience;
};

/** All tables of one run. */
export function reportText(runs: readonly EngineRun[], facts: Facts, writing: Writing): string {
  const table = (rows: Table) => tableText(rows, writing);
  const own = runs.find(({ engine }) => engine === "kms");
  return [
    `${facts.articles} articles, ${facts.queries} queries; files read and parsed in ${milliseconds(facts.reading)}.`,
    "Success@1 / success@3 / MRR@10:",
    table(successTable(runs)),
    `Answer or silence, and cost (time for a query: ${milliseconds(facts.patience.query)}, for an engine: ${milliseconds(facts.patience.engine)}):`,
    table([headOf(runs, ""), ...silenceRows(runs), ...costRows(runs)]),
    ...(own === undefined ? [] : ["What kms does by its own thresholds:", table(verdictTable(own.measured.outcomes))]),
  ].join("\n\n");
}

function headOf(runs: readonly EngineRun[], first: string): readonly string[] {
  return [first, ...runs.map(({ engine }) => ENGINE_TITLES[engine])];
}

function successTable(runs: readonly EngineRun[]): Table {
  const figures = runs.map(({ measured }) => figuresByClass(measured.outcomes));
  const names = [...new Set(figures.flat().map((one) => one.class))].toSorted();
  const rows = names.map((name) => {
    const ofClass = figures.map((one) => one.find((figure) => figure.class === name));
    const most = Math.max(...ofClass.map((one) => one?.queries ?? 0));
    return [`${name} (${most})`, ...ofClass.map((one) => threeFigures(one, most))];
  });
  return [headOf(runs, "class (queries)"), ...rows, [`mean of ${names.length}`, ...figures.map(meanFigures)]];
}

/** `most`: how many queries of the class there are; an engine whose time was up reached fewer, and says so. */
function threeFigures(figures: ClassFigures | undefined, most: number): string {
  if (figures === undefined || figures.finished === 0) return DID_NOT_FINISH;
  const { first, third, reciprocal, queries } = figures;
  const shares = [first, third, reciprocal].map(share).join(" / ");
  return queries === most ? shares : `${shares} of ${queries}`;
}

const DID_NOT_FINISH = "did not finish";

function meanFigures(figures: readonly ClassFigures[]): string {
  if (figures.every(({ finished }) => finished === 0)) return DID_NOT_FINISH;
  const of = (key: "first" | "third" | "reciprocal") => share(mean(figures.map((one) => one[key])));
  return `${of("first")} / ${of("third")} / ${of("reciprocal")}`;
}

function silenceRows(runs: readonly EngineRun[]): Table {
  const scored = runs.map(({ measured }) => bestScored(measured.outcomes));
  const silent = scored.flatMap((outcomes) => outcomes.filter(isUnanswerable));
  const names = [...new Set(silent.map(({ query }) => query.class))].toSorted();
  if (names.length === 0) return [];
  return [
    [
      "AUROC",
      ...scored.map((outcomes) => (outcomes.every(isUnfinished) ? DID_NOT_FINISH : share(areaUnderCurve(outcomes)))),
    ],
    ...[...names, "all"].map((name) => [
      `false answers, ${name}`,
      ...scored.map((outcomes) => falseShare(outcomes, name)),
    ]),
  ];
}

function isUnanswerable({ query }: Outcome): boolean {
  return query.relevant.length === 0;
}

function falseShare(outcomes: readonly Outcome[], name: string): string {
  const asked = outcomes.filter(isUnanswerable).filter(({ query }) => name === "all" || query.class === name);
  return asked.every(isUnfinished) ? DID_NOT_FINISH : percent(falseAnswers(outcomes).get(name));
}

/** An engine's scores as they are or divided by the words of the query, whichever tells answers from silence better. */
function bestScored(outcomes: readonly Outcome[]): readonly Outcome[] {
  if (outcomes.some(({ reply }) => reply.verdict !== undefined)) return outcomes;
  const divided = outcomes.map(({ query, reply }) => ({
    query,
    reply: { ...reply, score: reply.score / Math.max(1, reply.words) },
  }));
  return areaUnderCurve(divided) > areaUnderCurve(outcomes) ? divided : outcomes;
}

function costRows(runs: readonly EngineRun[]): Table {
  const row = (name: string, cell: (run: EngineRun) => string) => [name, ...runs.map(cell)];
  return [
    row("latency p50", ({ measured }) => milliseconds(measured.latency?.p50)),
    row("latency p95", ({ measured }) => milliseconds(measured.latency?.p95)),
    row("latency p99", ({ measured }) => milliseconds(measured.latency?.p99)),
    row("latency max", ({ measured }) => milliseconds(measured.latency?.max)),
    row("longest single time", ({ measured }) => milliseconds(measured.latency?.longest)),
    row("passes", ({ measured }) => String(measured.latency?.passes ?? NONE)),
    row("queries that did not finish", ({ measured }) => String(measured.outcomes.filter(isUnfinished).length)),
    row("queries not reached in time", ({ queries, measured }) => String(queries - measured.outcomes.length)),
    row("build", ({ build }) => (build === undefined ? DID_NOT_FINISH : milliseconds(build.milliseconds))),
    row("peak of the building process", ({ build }) => megabytes(build?.peak)),
    row("index on disk", ({ build }) => megabytes(build?.fileSize)),
    row("opening", ({ session }) => (session === undefined ? DID_NOT_FINISH : milliseconds(session.opening))),
    row("memory over bare Node: its code", ({ session }) => megabytes(session?.code.resident)),
    row("… and the index open", ({ session }) => megabytes(session?.memory.resident)),
    row("… and after all queries", ({ measured }) => megabytes(measured.memory?.resident)),
    row("of which array buffers", ({ measured }) => megabytes(measured.memory?.arrayBuffers)),
    row("of which heap", ({ measured }) => megabytes(measured.memory?.heap)),
  ];
}

function isUnfinished({ reply }: Outcome): boolean {
  return !reply.finished;
}

function verdictTable(outcomes: readonly Outcome[]): Table {
  const classes = [...Map.groupBy(outcomes, ({ query }) => query.class)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ["class", "answers", "asks", "is silent"],
    ...classes.map(([name, of]) => [name, shareOf(of, "answer"), shareOf(of, "ask"), shareOf(of, "silent")]),
  ];
}

function shareOf(outcomes: readonly Outcome[], verdict: Outcome["reply"]["verdict"]): string {
  return percent(outcomes.filter(({ reply }) => reply.verdict === verdict).length / outcomes.length);
}
