import { createInterface } from "node:readline";
import { FEATURES } from "../../src/core/matching/features.ts";
import type { Assessment } from "../../src/core/matching/decide.ts";
import type { RankedUnit } from "../../src/core/matching/group.ts";
import type { Ranked } from "../../src/core/matching/rank.ts";
import type { Reading, Signal, Via } from "../../src/core/signals/signal.ts";
import { explainLine, type Understanding } from "./explain-line.ts";

/** What `kms explain` needs from outside. */
export type ExplainTools = Understanding & {
  readonly assess: (inquiry: {
    readonly readings: readonly Reading[];
    readonly answers: readonly [];
  }) => Promise<Assessment>;
  /** What it is matched with, in words. */
  readonly model: string;
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
};

/** Answers every line of the input; see `explainLine`. */
export async function explainLines(tools: ExplainTools): Promise<number> {
  for await (const line of createInterface({ input: tools.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") tools.write(`${await explainLine(line, tools)}\n`);
  }
  return 0;
}

/** Reads one text and shows how the verdict on it came about: signals, candidates, scores and thresholds. */
export async function explain(tools: ExplainTools, via: Via): Promise<number> {
  const reading = tools.read(await wholeText(tools.input), via);
  const assessment = await tools.assess({ readings: [reading], answers: [] });
  tools.write(
    `${[...readingLines(reading), ...assessment.units.flatMap(unitLines), ...verdictLines(assessment, tools)].join("\n")}\n`,
  );
  return assessment.verdict.kind === "silent" ? 1 : 0;
}

async function wholeText(input: NodeJS.ReadableStream): Promise<string> {
  input.setEncoding("utf8");
  let text = "";
  for await (const chunk of input) text += chunk.toString();
  return text;
}

function readingLines({ via, signals, parts, clipped }: Reading): string[] {
  const clip = clipped === undefined ? [] : [`clipped: ${clipped.from} to ${clipped.to} was not read`];
  return [
    `read as: ${via}`,
    ...clip,
    "signals:",
    ...listed(signals.map(signalLine)),
    "parts:",
    ...listed(parts.map((part) => `${part.kind}: ${shortened(part.text)}`)),
  ];
}

function signalLine({ span, ...signal }: Signal): string {
  const { kind, ...marks } = signal;
  return `${kind} ${Object.entries(marks)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${shortened(String(value))}`]))
    .join(" ")} (${span.start}–${span.end})`;
}

/** Candidates that are shown with their features. */
const MOST_SHOWN = 5;

function unitLines({ unit, ranked }: RankedUnit, place: number): string[] {
  return [
    `unit ${place + 1}, ${unit.kind}: ${shortened(unit.text)}`,
    ...unit.signals.flatMap(patternLine),
    ...listed(ranked.slice(0, MOST_SHOWN).flatMap(candidateLines)),
  ];
}

/** What was found in the text itself is listed above. */
function patternLine(signal: RankedUnit["unit"]["signals"][number]): string[] {
  return signal.kind === "pattern" ? [`  a pattern of ${signal.article} matches: ${shortened(signal.text)}`] : [];
}

function candidateLines({ card, rank, confidence, vector }: Ranked): string[] {
  const shown = FEATURES.flatMap((name, at) => (vector[at] === 0 ? [] : [`${name} ${vector[at]!.toFixed(2)}`]));
  return [
    `${card.id} ${card.title}`,
    `  rank ${rank.toFixed(2)}, confidence ${confidence.toFixed(3)}`,
    `  ${shown.join(", ")}`,
  ];
}

function verdictLines({ verdict, speaksFrom, groups }: Assessment, { evidenceText, model }: ExplainTools): string[] {
  const why =
    verdict.kind === "silent" ? ` (${verdict.why.kind})` : verdict.kind === "ask" ? `: ${verdict.question.text}` : "";
  const matches = verdict.matches.flatMap(({ article, confidence, evidence }) => [
    `${article} ${confidence.toFixed(3)}`,
    ...evidence.map((one) => `  because ${evidenceText(one)}`),
  ]);
  return [
    `matches with ${model}`,
    `errors found: ${groups.length}`,
    `speaks from confidence ${speaksFrom.error} about an error, ${speaksFrom.talk} about talk`,
    `verdict: ${verdict.kind}${why}`,
    ...listed(matches),
  ];
}

function listed(lines: readonly string[]): string[] {
  return lines.length === 0 ? ["  none"] : lines.map((line) => `  ${line}`);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
