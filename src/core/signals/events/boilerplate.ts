import type { Span } from "../signal.ts";

/** Stretches that every event carries and that say nothing about this one: where to find help. */
export function boilerplateOf(text: string): readonly Span[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(BOILERPLATE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const HINT = /help\s{1,3}and\s{1,3}support|fwlink|events\.asp|hilfe- und support|centre d'aide/i;

/** Links end where white space begins; the sentence around one is at most a line long. */
const BOILERPLATE =
  /(?:(?:for|pour|weitere|para|per|voor)\b[^\n.]{0,60}\s)?(?:see|voir|finden sie|consulte|vea|vedere|zie)?\s{0,2}(?:the )?(?:help\s{1,3}and\s{1,3}support(?:\s{1,3}center)?|hilfe- und supportcenter)[^\n]{0,60}?(?:https?:\/\/\S{1,200}|(?=\n|$))|https?:\/\/(?:go\.microsoft\.com\/fwlink|www\.microsoft\.com\/contentredirect)\S{0,200}/gi;
