/**
 * Whether a text ends inside the parentheses of a stop screen, `STOP 0x0000000A (0x00000006, `: what comes next is an
 * address or a small value that says what happened this time, not what kind of error it is.
 */
export function isInStopScreen(before: string): boolean {
  return INSIDE.test(before);
}

/** Letters in front of a value that are looked at: the code and three parameters. */
export const STOP_SCREEN_LENGTH = 72;

const INSIDE = /\b(?:0x)?[0-9A-F]{8},? {0,3}\((?:[ \t\n]{0,3}(?:0x)?[0-9A-F]{1,16},?){0,3}[ \t\n]{0,3}$/i;
