/** The known word that was probably meant, or undefined when none is near. Case does not matter. */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  if (written.length > 40) return undefined;
  const allowed = Math.max(1, Math.floor(written.length / 3));
  const ranked = known
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= allowed ? best.word : undefined;
}

/** Insertions, deletions, substitutions and swapped neighbours that turn one word into the other (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let above: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) [above, row] = [row, nextRow({ from, to, line }, row, above)];
  return row.at(-1) ?? 0;
}

type Comparison = { readonly from: string; readonly to: string; readonly line: number };

function nextRow(
  { from, to, line }: Comparison,
  above: readonly number[],
  twoAbove: readonly number[],
): readonly number[] {
  const row = [line];
  for (let column = 1; column <= to.length; column++) {
    const replaced = (above[column - 1] ?? 0) + (to[column - 1] === from[line - 1] ? 0 : 1);
    const swap = line > 1 && column > 1 && to[column - 1] === from[line - 2] && to[column - 2] === from[line - 1];
    const swapped = swap ? (twoAbove[column - 2] ?? 0) + 1 : replaced;
    row.push(Math.min(replaced, swapped, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
  }
  return row;
}
