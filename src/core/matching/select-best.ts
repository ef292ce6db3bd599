import type { Scoreboard } from "./scoreboard.ts";

/** The articles with the highest scores above zero, best first, at most `most`; of equal ones the earlier. */
export function selectBest(board: Scoreboard, most: number, among?: Uint16Array): Uint16Array {
  const heap = bestOf(board, most, among);
  for (let end = heap.length - 1; end > 0; end--) {
    const last = heap[end]!;
    heap[end] = heap[0]!;
    sink(heap, end, last, board.scores);
  }
  return heap;
}

/** The same articles, the worst of them first and the others in no order. */
export function bestOf({ scores, reached, count, isFull }: Scoreboard, most: number, among?: Uint16Array): Uint16Array {
  const docs = among ?? (isFull ? undefined : reached.subarray(0, count));
  const end = docs === undefined ? scores.length : docs.length;
  const heap = new Uint16Array(most);
  let length = 0;
  let floor = 0;
  for (let at = 0; at < end; at++) {
    const doc = docs === undefined ? at : docs[at]!;
    if (scores[doc]! < floor || scores[doc]! <= 0) continue;
    if (length < most) rise(heap, length++, doc, scores);
    else if (isWorse(heap[0]!, doc, scores)) sink(heap, length, doc, scores);
    if (length === most) floor = scores[heap[0]!]!;
  }
  return heap.subarray(0, length);
}

function isWorse(a: number, b: number, scores: Float32Array): boolean {
  const difference = scores[a]! - scores[b]!;
  return difference < 0 || (difference === 0 && a > b);
}

/** Puts an article at the end and moves it up to where it belongs. */
function rise(heap: Uint16Array, end: number, doc: number, scores: Float32Array): void {
  let at = end;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isWorse(doc, heap[above]!, scores)) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = doc;
}

/** Puts an article in the place of the worst of the first `length` and moves it down to where it belongs. */
function sink(heap: Uint16Array, length: number, doc: number, scores: Float32Array): void {
  let at = 0;
  for (let below = 1; below < length; below = 2 * at + 1) {
    const other = below + 1;
    const worse = other < length && isWorse(heap[other]!, heap[below]!, scores) ? other : below;
    if (!isWorse(heap[worse]!, doc, scores)) break;
    heap[at] = heap[worse]!;
    at = worse;
  }
  heap[at] = doc;
}
