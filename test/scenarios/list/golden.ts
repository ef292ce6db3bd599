import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Scenario, scenario } from "../scenario.ts";

/** A labelled case: what is said where, and what has to come of it. */
type Golden = {
  readonly id: string;
  readonly via: "command" | "channel" | "thread";
  readonly texts: readonly string[];
  readonly verdict: "answer" | "ask" | "silent";
  readonly first?: string;
};

const cases: readonly Golden[] = readFileSync(join(import.meta.dirname, "../../fixtures/golden.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** What people said, and what the bot must make of it, wherever they say it. */
export const goldenScenarios: readonly Scenario[] = [
  scenario("Ana asks everything that is labelled, one after the other", async ({ ana }) => {
    for (const { texts, verdict, first } of cases.filter(({ via }) => via === "command")) {
      await ana.startsAnew();
      await ana.asks(texts.join(" "));
      await ana.sees(first ?? (verdict === "ask" ? "Which of these is true?" : "No article fits"));
    }
  }),
  ...cases.filter(({ via }) => via !== "command").map(overheard),
];

function overheard({ id, texts, verdict, first }: Golden): Scenario {
  return scenario(
    `Ana says it in passing: ${id} → ${verdict}`,
    async ({ ana, ben, posts }) => {
      const [text = "", ...more] = texts;
      const said = await ana.says(text);
      for (const one of more) await ben.says(one, { under: said });
      if (verdict !== "silent") return ana.sees(first ?? "Which of these is true?");
      await ana.misses("article", "Which of these");
      posts(0);
    },
    "overhearing",
  );
}
