import { articleId } from "../kb/ids.ts";
import type { Card } from "./document.ts";
import type { Question } from "./verdict.ts";

/** The one question that tells these articles apart, taken from the facts their authors wrote down. */
export function questionFor(cards: readonly Card[]): Question {
  const options = cards.map((card) => ({ label: card.fact?.statement ?? card.title, article: articleId(card.id) }));
  return { text: questionText(cards), options };
}

function questionText(cards: readonly Card[]): string {
  const [first, ...others] = cards.flatMap((card) => (card.fact === undefined ? [] : [card.fact.question]));
  if (first !== undefined && others.length === 0) return first;
  return first === undefined ? "Which one describes what you see?" : "Which of these is true?";
}
