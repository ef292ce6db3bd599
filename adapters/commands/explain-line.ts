import type { Reading, Via } from "../../src/core/signals/signal.ts";
import type { Inquiry, Match, Verdict } from "../../src/core/matching/verdict.ts";

/** One line of input: a thread, as it was said. */
type Question = { readonly id: unknown; readonly via: Via; readonly texts: readonly string[] };

/** What the command needs of the bot. */
export type Understanding = {
  readonly read: (text: string, via: Via) => Reading;
  readonly decide: (inquiry: Inquiry) => Verdict | Promise<Verdict>;
  readonly evidenceText: (evidence: Match["evidence"][number]) => string;
};

/**
 * Answers one JSON object a line with one JSON object a line, in the same order. A line that is no question is
 * answered too, with the reason in `problem`, so that the lines of both sides stay side by side.
 */
export async function explainLine(line: string, understanding: Understanding): Promise<string> {
  const question = readQuestion(line);
  if (typeof question === "string")
    return JSON.stringify({ id: null, verdict: "silent", matches: [], problem: question });
  const readings = question.texts.map((text) => understanding.read(text, question.via));
  const verdict = await understanding.decide({ readings, answers: [] });
  const matches = verdict.matches.map(({ article, confidence, evidence }) => ({
    article,
    confidence,
    evidence: evidence.map(understanding.evidenceText),
  }));
  return JSON.stringify({ id: question.id, verdict: verdict.kind, matches });
}

const VIAS: readonly Via[] = ["command", "channel", "thread"];

function isVia(via: unknown): via is Via {
  return VIAS.some((one) => one === via);
}

/** The question on a line, or a sentence on what is wrong with it. */
function readQuestion(line: string): Question | string {
  const value = parse(line);
  if (typeof value !== "object" || value === null)
    return 'Cannot read the line: it is no JSON object. Write {"id": …, "via": "command", "texts": ["…"]}.';
  const { id, via, texts }: Readonly<Record<string, unknown>> = { ...value };
  if (!isVia(via)) return `Cannot read the line: "via" is ${JSON.stringify(via)}. Write one of ${VIAS.join(", ")}.`;
  if (!isTexts(texts)) return 'Cannot read the line: "texts" is no list of strings. Write "texts": ["…"].';
  return { id: id ?? null, via, texts };
}

function isTexts(texts: unknown): texts is readonly string[] {
  return Array.isArray(texts) && texts.every((text) => typeof text === "string");
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
