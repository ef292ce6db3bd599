import { assertNever } from "../brand.ts";
import type { Match, Verdict } from "../matching/verdict.ts";
import type { Reading } from "../signals/signal.ts";
import { evidenceText } from "./evidence-text.ts";
import { likelihood } from "./likelihood.ts";
import { bullets, heading, paragraph, strong } from "./rich.ts";
import { understoodIn } from "./signal-text.ts";
import type { Block, View } from "./view.ts";

/** How many candidates are explained. */
const MOST_MATCHES = 3;

/** What was understood of a text and what follows from it, with every reason. Nothing is kept. */
export function explainView(reading: Reading, verdict: Verdict): View {
  const signals = understoodIn([reading]);
  return {
    blocks: [
      heading(conclusion(verdict)),
      paragraph(signals.length > 0 ? "This was understood:" : "No identifying mark was recognised, only words."),
      ...bullets(signals),
      ...verdict.matches.slice(0, MOST_MATCHES).flatMap(matchBlocks),
    ],
    fallback: conclusion(verdict),
  };
}

function conclusion(verdict: Verdict): string {
  switch (verdict.kind) {
    case "answer":
      return `I would answer with ${verdict.matches[0].article}`;
    case "ask":
      return `I would ask: ${verdict.question.text}`;
    case "silent":
      return "I would say nothing";
  }
  return assertNever(verdict);
}

function matchBlocks(match: Match): readonly Block[] {
  const percent = `${Math.round(match.confidence * 100)} %`;
  return [
    paragraph(strong(match.title), ` (${match.article}) · ${likelihood(match).toLowerCase()}, ${percent}`),
    ...bullets(match.evidence.map(evidenceText)),
  ];
}
