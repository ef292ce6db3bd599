import type { Via } from "../signals/signal.ts";
import { type Read, type Trial, trialsOf } from "./examples.ts";
import { identifier } from "../matching/identifier.ts";
import type { Index } from "../matching/index.ts";
import { findSpelling } from "../matching/lexicon.ts";

/** A query that somebody labelled: any of `relevant` is right; none means that silence is right. */
export type LabelledQuestion = {
  readonly via: Via;
  readonly texts: readonly string[];
  readonly relevant: readonly string[];
};

/** Generated queries are many, and those of people are few: each of these counts as often. */
const COUNTS = 3;

/** Asks what people labelled, once for each way to read it; of a thread only the first text. Questions about articles that are not there are left out. */
export function labelledTrials(questions: readonly LabelledQuestion[], index: Index, read: Read): readonly Trial[] {
  return questionsAbout(index, questions).flatMap(({ via, texts, relevant }) => {
    const trials = trialsOf(index, read, {
      text: texts[0] ?? "",
      via,
      answerable: relevant.length > 0,
      isRight: ({ card }) => relevant.includes(card.id),
    });
    return Array.from({ length: COUNTS }, () => trials).flat();
  });
}

/** The questions that can be learned from: those about articles that are here, and those that nothing answers. */
export function questionsAbout(index: Index, questions: readonly LabelledQuestion[]): readonly LabelledQuestion[] {
  return questions.filter(({ relevant }) => relevant.length === 0 || relevant.some((id) => isIndexed(index, id)));
}

function isIndexed({ searchers }: Index, id: string): boolean {
  return searchers.some(({ segment }) => findSpelling(segment.lexicon, identifier.article(id)) !== 0);
}
