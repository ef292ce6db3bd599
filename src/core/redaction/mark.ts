import type { Finding } from "./shape.ts";

/** What stands where a secret was. */
export function markFor(says: string): string {
  return `[${says} removed]`;
}

/** Where secrets were taken out before. Nothing within is a secret. */
export function marksIn(text: string): readonly Finding[] {
  if (!text.includes(" removed]")) return [];
  return Array.from(text.matchAll(/\[[A-Za-z][A-Za-z -]{1,40} removed\]/g), ({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
}
