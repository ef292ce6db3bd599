/** Nothing that failed is put off for that long (milliseconds): what lies further ahead was written before the clock was set back. */
export const LONGEST_WAIT = 15 * 60_000;
