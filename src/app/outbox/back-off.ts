/** The first pause and the longest one (milliseconds). */
const [FIRST, LONGEST] = [250, 60_000];

/** Never more than this, whatever a platform asks for: then it is asked again (milliseconds). */
const LONGEST_ASKED = 10 * 60_000;

/** How long to wait before a try is repeated: what the platform asks for, else twice as long each time, with jitter. */
export function backOff(attempts: number, asked: number | undefined, random: () => number): number {
  if (asked !== undefined) return Math.min(asked, LONGEST_ASKED) + random() * FIRST;
  const pause = Math.min(FIRST * 2 ** Math.min(attempts - 1, 20), LONGEST);
  return pause / 2 + (random() * pause) / 2;
}
