import { param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { refuse } from "../errors.ts";

/** Attachments are downloaded without a token, from beside the API. */
export const fileRoutes: readonly Route[] = [
  { method: "GET", path: "/attachments/:file/:name", handle: download, open: true },
];

function download(call: Call): Reply {
  const file = call.world.files.get(param(call, "file")) ?? refuse("notFound");
  return { status: 200, bytes: file.bytes, contentType: file.contentType ?? "application/octet-stream" };
}
