import type { ServerResponse } from "node:http";
import { assertNever } from "../../../../src/core/brand.ts";
import type { Clock } from "../clock.ts";
import type { Fault } from "./faults.ts";

export type Reply = {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body: string | Uint8Array;
};

/** Does the work and answers, unless a fault says otherwise. */
export function replyWith(response: ServerResponse, work: () => Reply, fault: Fault | undefined, clock: Clock): void {
  if (fault === undefined) return send(response, work());
  switch (fault.kind) {
    case "resetBefore":
      return reset(response);
    case "resetAfter":
      work();
      return reset(response);
    case "hang":
      if (fault.sideEffect === true) work();
      return;
    case "slow": {
      const reply = work();
      clock.after(fault.ms, () => send(response, reply));
      return;
    }
    case "http500":
      if (fault.sideEffect === true) work();
      return send(response, { status: fault.status ?? 500, body: "" });
    case "rateLimited":
      return send(response, rateLimited(fault.retryAfter ?? 1));
    case "okFalse":
      return send(response, json({ ok: false, error: fault.error }));
    case "htmlBody":
      return send(response, {
        status: fault.status ?? 200,
        headers: HTML_TYPE,
        body: "<html><body>Sorry!</body></html>",
      });
    default:
      return assertNever(fault);
  }
}

export function rateLimited(retryAfter: number | "missing"): Reply {
  const headers = retryAfter === "missing" ? {} : { "Retry-After": String(retryAfter) };
  return { ...json({ ok: false, error: "ratelimited" }), status: 429, headers: { ...JSON_TYPE, ...headers } };
}

export function json(body: unknown): Reply {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify(body) };
}

const HTML_TYPE = { "Content-Type": "text/html" };
const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers });
  response.end(reply.body);
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
