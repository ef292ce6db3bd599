import { createHmac, timingSafeEqual } from "node:crypto";

/** What PagerDuty tells us: somebody acknowledged or resolved there. `key` is the dedup key of the page. */
export type PagerDutyNews =
  | {
      readonly kind: "news";
      readonly delivery: string;
      readonly key: string;
      readonly event: "acknowledge" | "resolve";
      readonly by: string;
    }
  /** Something else happened there, which is none of our business. */
  | { readonly kind: "other" }
  | { readonly kind: "refused"; readonly why: string };

/** Reads a webhook of version 3; `signature` is the header `X-PagerDuty-Signature`: {@link https://developer.pagerduty.com/docs/verifying-webhook-signatures} */
export function readPagerDuty(body: string, signature: string | undefined, secret: string): PagerDutyNews {
  if (secret === "" || !isSigned(body, signature, secret))
    return { kind: "refused", why: "the signature is missing or wrong" };
  const event = field(parsed(body), "event");
  const kind = EVENTS[textOf(field(event, "event_type"))];
  const key = textOf(field(field(event, "data"), "incident_key"));
  if (kind === undefined || !key.startsWith("kms/")) return { kind: "other" };
  return {
    kind: "news",
    delivery: textOf(field(event, "id")),
    key,
    event: kind,
    by: textOf(field(field(event, "agent"), "summary")) || "PagerDuty",
  };
}

const EVENTS: Readonly<Record<string, "acknowledge" | "resolve">> = Object.assign(Object.create(null), {
  "incident.acknowledged": "acknowledge",
  "incident.resolved": "resolve",
});

/** The header may have several signatures while the secret is being changed. */
function isSigned(body: string, signature = "", secret: string): boolean {
  const expected = Buffer.from(`v1=${createHmac("sha256", secret).update(body).digest("hex")}`);
  return signature
    .split(",")
    .slice(0, 10)
    .map((one) => Buffer.from(one.trim()))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
