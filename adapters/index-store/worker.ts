import { parentPort, workerData } from "node:worker_threads";
import { buildFolder } from "./build-folder.ts";
import { removeOutdated } from "./cache-folder.ts";
import type { BuildNews, BuildOrder } from "./protocol.ts";
import { joined, type Pieces, writePieces } from "./snapshot-file.ts";

const order: BuildOrder = workerData;
const { pieces, problems } = buildFolder(order, (done) => tell({ kind: "progress", done }));
const image = isWritten(order.path, pieces) ? undefined : joined(pieces);
tell({ kind: "built", image, problems }, image);

function tell(news: BuildNews, moved?: ArrayBuffer): void {
  parentPort?.postMessage(news, moved === undefined ? [] : [moved]);
}

/** A disk that is full or read-only makes the next start slower, and nothing else. */
function isWritten(path: string | undefined, written: Pieces): boolean {
  if (path === undefined) return false;
  try {
    writePieces(path, written);
    removeOutdated(path);
    return true;
  } catch {
    return false;
  }
}
