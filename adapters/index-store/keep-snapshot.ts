import { removeOutdated } from "./cache-folder.ts";
import { type Pieces, writePieces } from "./snapshot-file.ts";

/** Whether it was written: a disk that is full or read-only makes the next start slower, and nothing else. */
export function keepSnapshot(path: string | undefined, pieces: Pieces): boolean {
  if (path === undefined) return false;
  try {
    writePieces(path, pieces);
    removeOutdated(path);
    return true;
  } catch {
    return false;
  }
}
