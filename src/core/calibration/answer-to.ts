import type { Index } from "../matching/index.ts";
import { rankedFor, type Read } from "./examples.ts";
import type { Question } from "./trials.ts";

/** What the bot makes of a question whose answer is known: its first article, as sure of it as it is. */
export type Answer = {
  /** The article that the question was made from. */
  readonly about: string | undefined;
  readonly answerable: boolean;
  readonly right: boolean;
  /** Between 0 and 1; 0 where nothing is found. */
  readonly confidence: number;
};

/** Asks as somebody would, from the text to the confidence, with the model of the index. */
export function answerTo(index: Index, read: Read, question: Question): Answer {
  const { about, answerable, isRight } = question;
  const [first] = rankedFor(index, read, question);
  const right = answerable && first !== undefined && isRight(first);
  return { about, answerable, right, confidence: first?.confidence ?? 0 };
}
