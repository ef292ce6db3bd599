import { setImmediate } from "node:timers/promises";

/** Others wait no longer than about this for their turn. */
const SLICE_MS = 8;

/** Works through a lazy list bit by bit, so that whatever else happens meanwhile is answered. */
export async function inSlices<T>(list: Iterable<T>, visit: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of list) {
    visit(item);
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    began = performance.now();
  }
}
