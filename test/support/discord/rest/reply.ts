import type { ServerResponse } from "node:http";
import type { Reply } from "./call.ts";
import { errorJson } from "./errors.ts";
import type { ApiError } from "./errors.ts";
import type { Counted, Standing } from "./rates.ts";

/** A reply with its headers. */
export type Answer = Reply & { readonly headers: Readonly<Record<string, string>> };

export function send(response: ServerResponse, answer: Answer): void {
  const { type, body } = bodyOf(answer);
  response.writeHead(answer.status, { ...answer.headers, ...(type === undefined ? {} : { "content-type": type }) });
  response.end(body);
}

export function errorReply(error: ApiError): Answer {
  return { status: error.status, json: errorJson(error), headers: {} };
}

/** {@link https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit-rate-limit-response-structure} */
export function limitedReply(over: Extract<Counted, { readonly kind: "over" }>): Answer {
  const global = over.scope === "global";
  return {
    status: 429,
    json: { message: "You are being rate limited.", retry_after: over.retryAfter / 1000, global },
    headers: {
      ...rateHeaders(over.standing),
      "Retry-After": String(Math.ceil(over.retryAfter / 1000)),
      "X-RateLimit-Scope": over.scope,
      ...(global ? { "X-RateLimit-Global": "true" } : {}),
    },
  };
}

/** What a client gets that made too many invalid requests: no JSON, and none of Discord's headers. */
export function bannedReply(retryAfterMs: number): Answer {
  return htmlReply(429, { "Retry-After": String(Math.ceil(retryAfterMs / 1000)) });
}

export function htmlReply(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  const page = `<!DOCTYPE html><html><head><title>Error ${status}</title></head><body>cloudflare</body></html>`;
  return { status, bytes: Buffer.from(page), contentType: "text/html; charset=UTF-8", headers };
}

/** {@link https://discord.com/developers/docs/topics/rate-limits#header-format} */
export function rateHeaders(standing: Standing | undefined): Readonly<Record<string, string>> {
  if (standing === undefined) return {};
  return {
    "X-RateLimit-Limit": String(standing.limit),
    "X-RateLimit-Remaining": String(standing.remaining),
    "X-RateLimit-Reset": (standing.resetAt / 1000).toFixed(3),
    "X-RateLimit-Reset-After": (standing.resetAfter / 1000).toFixed(3),
    "X-RateLimit-Bucket": standing.bucket,
  };
}

function bodyOf(reply: Reply): { readonly type?: string; readonly body?: string | Uint8Array } {
  if ("json" in reply) return { type: "application/json", body: JSON.stringify(reply.json) };
  if ("bytes" in reply) return { type: reply.contentType, body: reply.bytes };
  return {};
}
