import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LabelledQuestion } from "../../src/core/calibration/labelled.ts";

/** Reads queries that people labelled, one JSON object a line; a sentence on why a file cannot be used. */
export function readLabelled(file: string): readonly LabelledQuestion[] | string {
  const lines = linesOf(file);
  if (typeof lines === "string") return lines;
  const questions: LabelledQuestion[] = [];
  for (const { line, number } of lines) {
    const question = LABELLED.safeParse(line);
    if (!question.success)
      return `Cannot learn from ${file}:${number}: it is not {"via": "command", "texts": ["…"], "relevant": ["Q…"]}. Mend the line, or take it out.`;
    questions.push(question.data);
  }
  return questions;
}

const LABELLED = z.object({
  via: z.enum(["command", "channel", "thread"]),
  texts: z.array(z.string()),
  relevant: z.array(z.string()),
});

type Line = { readonly line: unknown; readonly number: number };

function linesOf(file: string): readonly Line[] | string {
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    return lines.flatMap((line, at) => (line.trim() === "" ? [] : [{ line: valueOf(line), number: at + 1 }]));
  } catch (error) {
    return `Cannot learn from ${file}: ${error instanceof Error ? error.message : String(error)}. Name a file of labelled queries.`;
  }
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
