/** Fires when quiet hours end. */
export const QUIET_TIMER = "quiet";

/** Fires when a level had its time. */
export function levelTimer(level: number, round: number): string {
  return `level/${round}/${level}`;
}

/** Fires when a page should have been confirmed. */
export function pageTimer(pager: string, key: string, round: number): string {
  return `page/${round}/${pager}/${key}`;
}
