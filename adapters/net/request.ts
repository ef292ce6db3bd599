import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type GuardedUrl, guard, type Resolve } from "./guard.ts";

/** How others are called. Times in milliseconds. */
export type RequestTools = {
  readonly timeout: number;
  /** Hosts that may be private. */
  readonly allow: readonly string[];
  readonly resolve: Resolve;
};

export type Answer =
  | { readonly kind: "answer"; readonly status: number; readonly retryAfter: string | undefined; readonly body: string }
  /** The outcome is not known, or nothing was reached. */
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "refused"; readonly why: string; readonly advice: string };

export type Wanted = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Letters of the answer that are kept. */
  readonly most: number;
};

/** Asks an address that may be called, which is resolved once. Never follows a redirect, never throws. */
export async function request(wanted: Wanted, tools: RequestTools): Promise<Answer> {
  const guarded = await guard(wanted.url, tools.allow, tools.resolve);
  if (guarded.kind === "refused") return guarded;
  if (guarded.kind === "unknown-host") return { kind: "unreachable", why: guarded.why };
  return send(guarded, wanted, tools);
}

function send(
  { url, address, family }: GuardedUrl,
  { method, headers, body, most }: Wanted,
  { timeout }: RequestTools,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  const options = {
    method,
    agent: false as const,
    signal: AbortSignal.timeout(timeout),
    headers: { "user-agent": "kms-oncall-bot", "content-length": Buffer.byteLength(body), ...headers },
    lookup: (_: string, asked: { readonly all?: boolean | undefined }, done: LookupDone) =>
      asked.all === true ? done(null, [{ address, family }]) : done(null, address, family),
  };
  const going = start(url, options, (response) => void read(response, most).then(resolve, failed));
  const failed = (error: Error) => resolve({ kind: "unreachable", why: reasonOf(error) });
  going.on("error", failed);
  going.end(body);
  return promise;
}

type LookupDone = (
  error: null,
  address: string | { readonly address: string; readonly family: number }[],
  family?: number,
) => void;

async function read(response: IncomingMessage, most: number): Promise<Answer> {
  let body = "";
  for await (const piece of response.setEncoding("utf8")) if (body.length < most) body += piece;
  return {
    kind: "answer",
    status: response.statusCode ?? 0,
    retryAfter: response.headers["retry-after"],
    body: body.slice(0, most),
  };
}

function reasonOf(error: Error & { readonly code?: unknown }): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return "it did not answer in time";
  return `the connection failed (${typeof error.code === "string" ? error.code : error.name})`;
}
