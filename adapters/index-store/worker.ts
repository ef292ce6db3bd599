import { parentPort, workerData } from "node:worker_threads";
import { buildFolder } from "./build-folder.ts";
import type { BuildNews, BuildOrder } from "./protocol.ts";
import { keepSnapshot } from "./keep-snapshot.ts";
import { joined } from "./snapshot-file.ts";

const order: BuildOrder = workerData;
const { pieces, problems } = buildFolder(order, (done) => tell({ kind: "progress", done }));
const image = keepSnapshot(order.path, pieces) ? undefined : joined(pieces);
tell({ kind: "built", image, problems }, image);

function tell(news: BuildNews, moved?: ArrayBuffer): void {
  parentPort?.postMessage(news, moved === undefined ? [] : [moved]);
}
