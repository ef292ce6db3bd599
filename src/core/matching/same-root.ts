/** Endings that make another word of one root, longest first. */
const ENDINGS = [
  "ation",
  "ition",
  "ment",
  "able",
  "ible",
  "ance",
  "ence",
  "ness",
  "ally",
  "ion",
  "ity",
  "ive",
  "ory",
  "ure",
  "ur",
  "ly",
  "er",
  "or",
  "al",
  "y",
  "",
] as const;

/** Letters. */
const SHORTEST_ROOT = 4;

/** Other words of the same root: "connection" and "connect", "incorrectly" and "incorrect". */
export function sameRoot(word: string): readonly string[] {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_ROOT);
  if (ending === undefined) return [];
  const root = word.slice(0, word.length - ending.length);
  return ENDINGS.map((end) => root + end).filter((one) => one !== word);
}
