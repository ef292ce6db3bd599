import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Metrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

/** An address of somebody else's on this server, such as a pager's hook. It answers for itself who may call it. */
export type Route = { readonly path: `/hooks/${string}`; readonly handle: (request: Request) => Promise<Response> };

export type OperationsParts = {
  readonly ready: () => Promise<Readiness>;
  readonly metrics: Pick<Metrics, "text" | "contentType">;
  readonly routes: readonly Route[];
};

/** Bytes of a request; hooks send a few thousand. */
const MOST_BYTES = 1_048_576;

/** What is answered at which address. `/healthz` asks nobody: it says that the process can answer at all. */
export function operationsApp({ ready, metrics, routes }: OperationsParts): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.text("alive\n"));
  app.get("/readyz", async (context) => {
    const { isReady, facts } = await ready();
    return context.json({ ready: isReady, ...facts }, isReady ? 200 : 503);
  });
  app.get("/metrics", async (context) =>
    context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  app.use(
    "/hooks/*",
    bodyLimit({ maxSize: MOST_BYTES, onError: (context) => context.text("That is too large.\n", 413) }),
  );
  for (const { path, handle } of routes) app.post(path, (context) => handle(context.req.raw));
  app.onError((_, context) => context.text("Something went wrong here. Try again.\n", 500));
  return app;
}
