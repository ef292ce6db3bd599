import type { Clock } from "../clock.ts";
import type { Method } from "./method.ts";

/** How often something may happen: so many a minute, after a first burst. */
export type Rate = { readonly perMinute: number; readonly burst: number };

/**
 * {@link https://docs.slack.dev/apis/web-api/rate-limits}. Slack allows "short bursts" without a figure: a tier's burst here is
 * one minute's worth (ten sockets may be opened at once), a channel takes a few messages before it is held to one a second.
 */
export const RATES: { readonly [tier in Exclude<Method["tier"], "free">]: Rate } = {
  1: { perMinute: 1, burst: 10 },
  2: { perMinute: 20, burst: 20 },
  3: { perMinute: 50, burst: 50 },
  4: { perMinute: 100, burst: 100 },
  posts: { perMinute: 60, burst: 5 },
};

/** Takes one from the bucket; answers 0, or the seconds to wait. */
export type Limiter = (key: string, rate: Rate) => number;

export function limiter(clock: Clock): Limiter {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (key, rate) => {
    const now = clock.now();
    const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, bucket.left + ((now - bucket.at) * rate.perMinute) / 60_000);
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / rate.perMinute));
  };
}
