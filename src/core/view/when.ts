import type { Instant } from "../resolution/responder.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long it took, in words: `under a minute`, `12 min`, `1 h 5 min`, `3 days`. A clock set back counts as no time. */
export function duration(from: Instant, to: Instant): string {
  const took = to - from;
  if (took < MINUTE) return "under a minute";
  if (took < HOUR) return `${Math.floor(took / MINUTE)} min`;
  if (took < DAY) return hours(took);
  const days = Math.floor(took / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

/** How long ago it was, in words. */
export function ago(at: Instant, now: Instant): string {
  return now - at < MINUTE ? "just now" : `${duration(at, now)} ago`;
}

function hours(took: number): string {
  const minutes = Math.floor((took % HOUR) / MINUTE);
  return `${Math.floor(took / HOUR)} h${minutes === 0 ? "" : ` ${minutes} min`}`;
}
