import type { Verdict } from "../../core/matching/verdict.ts";

/** Two errors with the same one are the same trouble: they lead to the same article, or to the same question. */
export function answerFingerprint(verdict: Verdict): string | undefined {
  switch (verdict.kind) {
    case "silent":
      return undefined;
    case "answer":
      return `answer ${verdict.matches[0].article}`;
    case "ask":
      return `ask ${verdict.question.options
        .map(({ article }) => article)
        .toSorted()
        .join(" ")}`;
  }
}
