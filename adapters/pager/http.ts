import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type GuardedUrl, guard, type Resolve, resolveHost } from "./guard.ts";

/** How a service is called. Times in milliseconds. */
export type HttpTools = {
  readonly timeout: number;
  readonly allow: readonly string[];
  readonly resolve: Resolve;
};

/** A request must be over in 8 s, so that a service that hangs is tried again in good time. */
export const HTTP_TOOLS: HttpTools = { timeout: 8_000, allow: [], resolve: resolveHost };

export type Answer =
  | { readonly kind: "answer"; readonly status: number; readonly retryAfter: string | undefined; readonly body: string }
  /** The outcome is not known, or nothing was reached. */
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "refused"; readonly why: string; readonly advice: string };

export type Message = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Of an answer, as much as is needed to say what is wrong. */
const LONGEST_ANSWER = 4_096;

/** Posts JSON. Never follows a redirect, never throws. */
export async function post(message: Message, tools: HttpTools): Promise<Answer> {
  const guarded = await guard(message.url, tools.allow, tools.resolve);
  if (guarded.kind === "refused") return guarded;
  if (guarded.kind === "unknown-host") return { kind: "unreachable", why: guarded.why };
  return send(guarded, message, tools);
}

function send(
  { url, address, family }: GuardedUrl,
  { headers, body }: Message,
  { timeout }: HttpTools,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  const options = {
    method: "POST",
    agent: false as const,
    signal: AbortSignal.timeout(timeout),
    headers: {
      "content-type": "application/json",
      "user-agent": "kms-oncall-bot",
      "content-length": Buffer.byteLength(body),
      ...headers,
    },
    lookup: (_: string, wanted: { readonly all?: boolean | undefined }, done: LookupDone) =>
      wanted.all === true ? done(null, [{ address, family }]) : done(null, address, family),
  };
  const request = start(url, options, (response) => void read(response).then(resolve, failed));
  const failed = (error: Error) => resolve({ kind: "unreachable", why: reasonOf(error) });
  request.on("error", failed);
  request.end(body);
  return promise;
}

type LookupDone = (
  error: null,
  address: string | { readonly address: string; readonly family: number }[],
  family?: number,
) => void;

async function read(response: IncomingMessage): Promise<Answer> {
  let body = "";
  for await (const piece of response.setEncoding("utf8")) if (body.length < LONGEST_ANSWER) body += piece;
  return {
    kind: "answer",
    status: response.statusCode ?? 0,
    retryAfter: response.headers["retry-after"],
    body: body.slice(0, LONGEST_ANSWER),
  };
}

function reasonOf(error: Error & { readonly code?: unknown }): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return "it did not answer in time";
  return `the connection failed (${typeof error.code === "string" ? error.code : error.name})`;
}
