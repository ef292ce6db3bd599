import { createHmac } from "node:crypto";
import type { Pager, Paging } from "../../src/core/escalation/paging.ts";
import { cleaned } from "./cleaned.ts";
import { HTTP_TOOLS, post } from "./http.ts";
import { type RequestTools } from "../net/request.ts";
import { outcomeOf } from "./outcome.ts";

export type WebhookOptions = {
  readonly name: string;
  readonly url: string;
  /** Signs every message; undefined sends it unsigned. */
  readonly secret: string | undefined;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  readonly tools?: RequestTools;
};

/** Any service: JSON, signed with HMAC-SHA-256 over the time and the body. */
export function webhook({ name, url, secret, now, tools = HTTP_TOOLS }: WebhookOptions): Pager {
  return {
    name,
    page: async (paging) => {
      const body = JSON.stringify(bodyFor(cleaned(paging)));
      const seconds = String(Math.floor(now() / 1_000));
      const headers = {
        "idempotency-key": `${paging.key}/${paging.event}/${paging.round}`,
        "x-kms-timestamp": seconds,
        ...signed(secret, seconds, body),
      };
      return outcomeOf(await post({ url, headers, body }, tools), "the webhook's secret");
    },
  };
}

function bodyFor({ key, event, round, severity, summary, details, source, link, at }: Paging): unknown {
  return {
    version: 1,
    key,
    event,
    round,
    severity,
    summary,
    details,
    source,
    link: link ?? null,
    at: new Date(at).toISOString(),
  };
}

function signed(secret: string | undefined, seconds: string, body: string): Readonly<Record<string, string>> {
  return secret === undefined ? {} : { "x-kms-signature": signature(secret, seconds, body) };
}

/** `v1=` and the hex digits; receivers compute the same over `<timestamp>.<body>`, and refuse old timestamps. */
export function signature(secret: string, seconds: string, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
