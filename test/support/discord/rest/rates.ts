import type { VirtualClock } from "../clock.ts";

/** So many calls in so many milliseconds. */
type Rate = { readonly calls: number; readonly per: number };

/**
 * Discord publishes only the global rate and tells the rest in headers. These are what clients have observed;
 * a route that is not listed has none of its own.
 */
const RATES: Readonly<Record<string, Rate>> = {
  "POST /channels/:channel/messages": { calls: 5, per: 5_000 },
  "PATCH /channels/:channel/messages/:message": { calls: 5, per: 5_000 },
  "DELETE /channels/:channel/messages/:message": { calls: 5, per: 1_000 },
  "GET /channels/:channel/messages": { calls: 50, per: 1_000 },
  "PUT /channels/:channel/messages/:message/reactions/:emoji/@me": { calls: 1, per: 250 },
  "DELETE /channels/:channel/messages/:message/reactions/:emoji/@me": { calls: 1, per: 250 },
  "POST /channels/:channel/typing": { calls: 5, per: 5_000 },
  "PATCH /channels/:channel": { calls: 5, per: 10_000 },
  "POST /channels/:channel/messages/:message/threads": { calls: 50, per: 300_000 },
  "POST /channels/:channel/threads": { calls: 50, per: 300_000 },
  "PUT /applications/:application/commands": { calls: 2, per: 60_000 },
  "POST /webhooks/:application/:token": { calls: 5, per: 2_000 },
  "PATCH /webhooks/:application/:token/messages/:message": { calls: 5, per: 2_000 },
};

/** {@link https://discord.com/developers/docs/topics/rate-limits} */
const GLOBAL_RATE: Rate = { calls: 50, per: 1_000 };
const INVALID_RATE: Rate = { calls: 10_000, per: 600_000 };

/** Where a call stands in its bucket after it was counted. Times are in milliseconds. */
export type Standing = {
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
  readonly resetAfter: number;
};

export type Counted =
  | { readonly kind: "within"; readonly standing: Standing | undefined }
  | {
      readonly kind: "over";
      readonly scope: "user" | "global";
      readonly retryAfter: number;
      readonly standing: Standing | undefined;
    }
  /** Too many 401, 403 and 429: Cloudflare shuts the door. */
  | { readonly kind: "banned"; readonly retryAfter: number };

export type Rates = {
  readonly count: (route: string, params: Readonly<Record<string, string>>, open: boolean) => Counted;
  readonly countInvalid: () => void;
  readonly invalid: () => number;
};

export function rates(
  clock: VirtualClock,
  options: { readonly enforced: boolean; readonly invalidLimit: number },
): Rates {
  const usage = windows(clock);
  return {
    invalid: () => usage.open("invalid", INVALID_RATE.per).used,
    countInvalid: () => void usage.use("invalid", { ...INVALID_RATE, calls: Number.POSITIVE_INFINITY }),
    count: (route, params, isOpen) => {
      const invalid = usage.open("invalid", INVALID_RATE.per);
      if (invalid.used >= options.invalidLimit)
        return { kind: "banned", retryAfter: invalid.startedAt + INVALID_RATE.per - clock.now() };
      if (!options.enforced) return { kind: "within", standing: undefined };
      const wait = isOpen ? 0 : usage.use("global", GLOBAL_RATE).wait;
      if (wait > 0) return { kind: "over", scope: "global", retryAfter: wait, standing: undefined };
      return countedInBucket(usage, clock.now(), route, params);
    },
  };
}

function countedInBucket(
  usage: Windows,
  now: number,
  route: string,
  params: Readonly<Record<string, string>>,
): Counted {
  const rate = RATES[route];
  if (rate === undefined) return { kind: "within", standing: undefined };
  const { wait, window } = usage.use(`${route} ${majorOf(params)}`, rate);
  const standing = standingOf(route, rate, window, now);
  return wait > 0 ? { kind: "over", scope: "user", retryAfter: wait, standing } : { kind: "within", standing };
}

function standingOf(route: string, rate: Rate, window: Window, now: number): Standing {
  const resetAt = window.startedAt + rate.per;
  const remaining = rate.calls - window.used;
  return { bucket: bucketOf(route), limit: rate.calls, remaining, resetAt, resetAfter: resetAt - now };
}

type Window = { readonly startedAt: number; readonly used: number };

type Windows = {
  readonly open: (key: string, per: number) => Window;
  /** Answers the milliseconds to wait, 0 if the call is within the rate and was counted. */
  readonly use: (key: string, rate: Rate) => { readonly wait: number; readonly window: Window };
};

/** Fixed windows, each of which begins with the first call in it. */
function windows(clock: VirtualClock): Windows {
  const known = new Map<string, Window>();
  const open = (key: string, per: number): Window => {
    const window = known.get(key);
    return window !== undefined && clock.now() - window.startedAt < per ? window : { startedAt: clock.now(), used: 0 };
  };
  return {
    open,
    use: (key, rate) => {
      const window = open(key, rate.per);
      const over = window.used >= rate.calls;
      const next = over ? window : { ...window, used: window.used + 1 };
      known.set(key, next);
      return { wait: over ? Math.max(1, next.startedAt + rate.per - clock.now()) : 0, window: next };
    },
  };
}

/** Buckets are kept apart by channel, guild and webhook. */
function majorOf(params: Readonly<Record<string, string>>): string {
  return [params["channel"], params["guild"], params["application"], params["token"]]
    .map((part) => part ?? "")
    .join(":");
}

/** An opaque name, the same for every call of a route. */
function bucketOf(route: string): string {
  return Buffer.from(route).toString("base64url").slice(-24);
}
