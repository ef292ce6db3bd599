import type { Answer } from "../../src/core/calibration/answer-to.ts";
import { LEAST_TRIALS } from "../../src/core/calibration/calibrate.ts";
import { type Comparison, figuresOf, type Measure } from "../../src/core/calibration/compare.ts";
import type { Trial } from "../../src/core/calibration/examples.ts";
import { reliabilityOf, unreliability } from "../../src/core/calibration/reliability.ts";
import type { Fitted, Reliability } from "../../src/core/matching/model-file.ts";
import { MODEL_KINDS, type ModelKind } from "../../src/core/matching/model.ts";
import { counted, grouped } from "./problem-lines.ts";

/** A model by the name of its column, and what it answered. */
type Asked = { readonly name: string; readonly answers: readonly Answer[] };

export type Report = {
  readonly fitted: Fitted;
  readonly kinds: ReadonlyMap<ModelKind, readonly Trial[]>;
  /** Articles that were put aside. */
  readonly aside: number;
  /** The model that comes with kms first, the new one last. */
  readonly models: readonly Asked[];
};

/** What the new model learned from. */
export function fittedLines({ fitted, kinds }: Report): readonly string[] {
  const sizes = MODEL_KINDS.map((kind) => ({ kind, size: kinds.get(kind)?.length ?? 0 }));
  const scarce = sizes.filter(({ size }) => size < LEAST_TRIALS);
  return [
    `Fitted to ${counted(fitted.queries, "query", "queries")} on ${counted(fitted.articles, "article")}, ${fitted.labelled === 0 ? "none" : grouped(fitted.labelled)} of them labelled by people (seed ${fitted.seed}):`,
    `  ${sizes.map(({ kind, size }) => `${grouped(size)} ${PLURALS[kind]}`).join(", ")}`,
    ...scarce.map(
      ({ kind, size }) =>
        `  ${grouped(size)} ${PLURALS[kind]} are too few to learn from: these weights stay those of kms.`,
    ),
    "",
  ];
}

const PLURALS: Readonly<Record<ModelKind, string>> = {
  event: "event records",
  message: "messages",
  talk: "numbers, codes and short descriptions",
  tale: "long descriptions",
};

/** Every model on the same queries, side by side, and how reliable the first and the new one are. */
export function comparedLines({ models, aside }: Report): readonly string[] {
  const answers = models.at(-1)?.answers ?? [];
  return [
    `On ${counted(answers.length, "query", "queries")} about ${counted(aside, "article")} that it did not learn from, ${answerable(answers)}:`,
    ...figureLines(models),
    ...(models.length > 2 ? ["  The model in use may have learned from these articles."] : []),
    "",
    ...reliabilityText("What the model of kms says", models[0]?.answers ?? []),
    ...reliabilityText("What the new model says", answers),
  ];
}

function answerable(answers: readonly Answer[]): string {
  return `${grouped(answers.filter((one) => one.answerable).length)} of which have an answer`;
}

function figureLines(models: readonly Asked[]): readonly string[] {
  const columns = models.map(({ name, answers }) => {
    const figures = figuresOf(answers);
    const off = unreliability(reliabilityOf(answers));
    return [name, percent(figures.first), figures.area.toFixed(3), percent(figures.falsely), percent(off)];
  });
  const names = [
    "",
    "right article first",
    ABOUT_AREA,
    "answered falsely, where 90 % are answered",
    "confidence is off by",
  ];
  const left = Math.max(...names.map((name) => name.length));
  return names.map((name, row) => {
    const cells = columns.map((column) => cell(column, row));
    return `  ${[name.padEnd(left), ...cells].join("  ")}`;
  });
}

const ABOUT_AREA = "answer told from silence (AUROC; 1 is perfect)";

function cell(column: readonly string[], row: number): string {
  return (column[row] ?? "").padStart(Math.max(...column.map((text) => text.length)));
}

function reliabilityText(says: string, answers: readonly Answer[]): readonly string[] {
  return [`${says}, and how often that is right:`, ...reliabilityLines(reliabilityOf(answers)), ""];
}

function reliabilityLines(lines: readonly Reliability[]): readonly string[] {
  const rows = lines.map(({ from, to, queries, said, right }) =>
    [`${from.toFixed(1)}–${to.toFixed(1)}`, grouped(queries), wholePercent(said), wholePercent(right)].map((text, at) =>
      text.padStart(HEADINGS[at]!.length),
    ),
  );
  return [HEADINGS, ...rows].map((row) => `  ${row.join("  ")}`);
}

const HEADINGS = ["confidence", "queries", "  said", " right"] as const;

/** Whether to match with the new model, and how. */
export function adviceLine({ better, worse }: Comparison, file: string | undefined): string {
  const made = file === undefined ? "It was not kept: say where with --into FILE." : `It is in ${file}.`;
  if (better.length > 0 && worse.length === 0)
    return `The new model is better here at ${listed(better)}. ${adopting(file)}`;
  if (better.length > 0)
    return `Do not adopt the new model: it is better at ${listed(better)}, and worse at ${listed(worse)}. ${made}`;
  if (worse.length > 0) return `Do not adopt the new model: it is worse here at ${listed(worse)}. ${made}`;
  return `Do not adopt the new model: the one that comes with kms is as good here. ${made}`;
}

function adopting(file: string | undefined): string {
  return file === undefined
    ? "Keep it with --into FILE, and set KMS_MODEL to that file."
    : `Match with it: set KMS_MODEL=${file} and start kms anew.`;
}

const MEASURED: Readonly<Record<Measure, string>> = {
  first: "putting the right article first",
  area: "telling answer from silence",
  falsely: "false answers",
};

function listed(measures: readonly Measure[]): string {
  return measures.map((name) => MEASURED[name]).join(" and ");
}

/** Said where there are not enough articles to fit a model to; what the shipped one does with them is shown all the same. */
export function tooFewLines(articles: number, answers: readonly Answer[]): readonly string[] {
  const asked = answers.filter((one) => one.about !== undefined && one.answerable).length;
  return [
    `Cannot fit a model: ${counted(articles, "article")} make only ${counted(asked, "query", "queries")}, and it takes some hundred articles to learn from.`,
    "The model that comes with kms was fitted for four articles as well as for tens of thousands: use that.",
    "",
    `What it does on ${counted(answers.length, "query", "queries")} made from this knowledge base, ${answerable(answers)}:`,
    ...figureLines([{ name: "of kms", answers }]),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function wholePercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
