import type { Inquiry, Match, Verdict } from "../matching/verdict.ts";

type Ask = Extract<Verdict, { kind: "ask" }>;

/** A question that the responder answered is not asked again: the article whose fact holds is the answer. */
export function settle(verdict: Verdict, answers: Inquiry["answers"]): Verdict {
  if (verdict.kind !== "ask") return verdict;
  const holding = answers.findLast((answer) => answer.holds && isOption(verdict, answer.article));
  const chosen = verdict.matches.find((match) => match.article === holding?.article);
  if (chosen === undefined) return verdict;
  const others = verdict.matches.filter((match) => match !== chosen);
  return { kind: "answer", matches: [withAnswer(verdict, chosen), ...others] };
}

function isOption(verdict: Ask, article: string): boolean {
  return verdict.question.options.some((option) => option.article === article);
}

function withAnswer(verdict: Ask, match: Match): Match {
  const option = verdict.question.options.find(({ article }) => article === match.article);
  const question = option === undefined ? verdict.question.text : option.label;
  return { ...match, evidence: [{ kind: "answered", question, holds: true }, ...match.evidence] };
}
