/** A query, how sure somebody was of an answer to it, and whether there is one. */
export type Scored = { readonly score: number; readonly answerable: boolean };

/** The chance that a query with an answer scores higher than one without; 0.5 is guessing. Not a number without both kinds. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (sorted[at]!.answerable) rankSum += rank;
    from = to;
  }
  const right = scored.filter(({ answerable }) => answerable).length;
  const wrong = scored.length - right;
  return (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}

/** The score from which on one must answer to let this share of the answerable queries through. */
export function answeringScore(scored: readonly Scored[], share = 0.9): number {
  const scores = scored
    .filter(({ answerable }) => answerable)
    .map(({ score }) => score)
    .toSorted((a, b) => b - a);
  return scores[Math.max(0, Math.ceil(scores.length * share) - 1)] ?? 0;
}
