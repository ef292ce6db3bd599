import { serve } from "@hono/node-server";
import { type OperationsParts, operationsApp } from "./app.ts";
import type { OperationsConfig } from "./config.ts";

export { readOperationsConfig } from "./config.ts";
export type { Route } from "./app.ts";
export { openLog, type Log } from "./log.ts";
export { countedStore } from "./counted-store.ts";
export { metrics } from "./metrics.ts";
export { readiness } from "./readiness.ts";

/** The server for those who run the bot: health, readiness, figures, and hooks. */
export type Operations = { readonly port: number; readonly stop: () => Promise<void> };

/** Listens; rejects where the port is taken. */
export function serveOperations({ host, port }: OperationsConfig, parts: OperationsParts): Promise<Operations> {
  const { fetch } = operationsApp(parts);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (address) =>
      resolve({ port: address.port, stop: () => closed(server) }),
    );
    server.once("error", reject);
  });
}

/** What is being answered is answered; connections that only wait are cut. */
function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
