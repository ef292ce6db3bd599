import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainLine } from "../../../adapters/commands/explain-line.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { evidenceText } from "../../../src/core/view/evidence-text.ts";
import { textOf } from "../../../src/core/view/rich.ts";
import { ownIndex } from "../../support/knowledge.ts";

type Golden = {
  readonly id: string;
  readonly verdict: string;
  readonly first?: string;
  readonly among?: readonly string[];
};
type Answer = {
  readonly id: string;
  readonly verdict: string;
  readonly matches: readonly {
    readonly article: string;
    readonly confidence: number;
    readonly evidence: readonly string[];
  }[];
};

const lines = readFileSync(join(import.meta.dirname, "../../fixtures/golden.jsonl"), "utf8")
  .trim()
  .split("\n");

describe("what people said, and what the bot must make of it", () => {
  it.each(lines.map((line) => [nameOf(line), line]))("%s", async (_, line) => {
    const wanted: Golden = JSON.parse(line);
    const answer = await answerTo(line);
    expect(answer.verdict).toBe(wanted.verdict);
    expect(answer.matches[0]?.article).toBe(wanted.first ?? answer.matches[0]?.article);
    const among = wanted.among ?? [];
    expect(answer.matches.slice(0, among.length).map((match) => match.article)).toEqual(
      expect.arrayContaining([...among]),
    );
  });

  it("gives every match a reason and a confidence between 0 and 1", async () => {
    const answers = await Promise.all(lines.map(answerTo));
    for (const match of answers.flatMap(({ matches }) => matches)) {
      expect(match.evidence.length).toBeGreaterThan(0);
      expect(match.evidence.every((reason) => reason.trim() !== "")).toBe(true);
      expect(match.confidence).toBeGreaterThanOrEqual(0);
      expect(match.confidence).toBeLessThanOrEqual(1);
    }
  });

  it("says the same to the same paste, a thousand times", async () => {
    const line = lines.find((one) => one.includes("paste-upgrade")) ?? "";
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => explained(line)));
    expect(new Set(answers).size).toBe(1);
  });

  it("answers a line that is no question, so that the lines of both sides stay side by side", async () => {
    expect(JSON.parse(await explained("not json"))).toMatchObject({
      id: null,
      verdict: "silent",
      problem: expect.stringContaining("no JSON object"),
    });
    expect(JSON.parse(await explained('{"via": "letter", "texts": []}'))).toMatchObject({
      problem: expect.stringContaining('"via" is "letter"'),
    });
    expect(JSON.parse(await explained('{"via": "command", "texts": "5389"}'))).toMatchObject({
      problem: expect.stringContaining('"texts"'),
    });
  });
});

function nameOf(line: string): string {
  const { id, verdict }: Golden = JSON.parse(line);
  return `${id} → ${verdict}`;
}

async function answerTo(line: string): Promise<Answer> {
  return JSON.parse(await explained(line));
}

function explained(line: string): Promise<string> {
  return explainLine(line, {
    read: readSignals,
    decide: (inquiry) => decide(ownIndex, inquiry),
    evidenceText: (evidence) => textOf(evidenceText(evidence)),
  });
}
