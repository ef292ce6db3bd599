import { assertNever } from "../brand.ts";
import { type Case, phaseOf } from "../resolution/case.ts";
import type { ArticleLookup } from "../resolution/outcome.ts";
import { answerView, type Depth } from "./answer-view.ts";
import { closedView } from "./closed-view.ts";
import { exhaustedView } from "./exhausted-view.ts";
import { noticeView } from "./notice-view.ts";
import { questionView } from "./question-view.ts";
import { rich } from "./rich.ts";
import { runView } from "./run-view.ts";
import { unknownView } from "./unknown-view.ts";
import type { View } from "./view.ts";

/** What the bot says about a case as it stands; where there is no room for all of it, a button shows the rest. */
export function caseView(known: Case, articles: ArticleLookup): View {
  return { ...viewOf(known, articles, "brief"), all: { kind: "show-all" } };
}

/** The same to read, with every reason for it: nothing can be pressed in it. */
export function wholeView(known: Case, articles: ArticleLookup): View {
  const { blocks, fallback } = viewOf(known, articles, "whole");
  const [first, ...rest] = blocks.filter(({ kind }) => kind !== "buttons");
  return first === undefined ? noticeView(rich(fallback)) : { blocks: [first, ...rest], fallback };
}

function viewOf(known: Case, articles: ArticleLookup, depth: Depth): View {
  const phase = phaseOf(known);
  switch (phase.kind) {
    case "running":
      return runView(known, phase.run, articles);
    case "fixed":
      return closedView(known, phase.run);
    case "answering":
      return answerView(known, phase.matches, articles, depth);
    case "asking":
      return questionView(known, phase, depth);
    case "exhausted":
      return exhaustedView(known);
    case "unknown":
      return unknownView(known, phase.verdict);
  }
  return assertNever(phase);
}
