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

/** Listens; a sentence where it cannot, such as on a port that is taken. */
export function serveOperations(
  { host, port }: OperationsConfig,
  parts: OperationsParts,
): Promise<Operations | string> {
  const { fetch } = operationsApp(parts);
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: host, port }, (address) =>
      resolve({ port: address.port, stop: () => closed(server) }),
    );
    server.once("error", ({ message }) =>
      resolve(`Cannot serve /healthz: ${message}. Set KMS_PORT and KMS_HOST to where nobody else listens.`),
    );
  });
}

/** What is being answered is answered; connections that only wait are cut. */
function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
