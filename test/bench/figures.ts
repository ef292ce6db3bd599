/** How numbers are written in the tables. */

export const NONE = "–";

/** A share between 0 and 1 with three places: `0.973`. */
export function share(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? NONE : value.toFixed(3);
}

export function percent(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? NONE : `${(100 * value).toFixed(1)} %`;
}

/** Three significant digits are more than a shared machine can promise. */
export function milliseconds(value: number | undefined): string {
  if (value === undefined) return NONE;
  if (value >= 1_000) return `${(value / 1_000).toFixed(value >= 10_000 ? 0 : 1)} s`;
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ms`;
}

export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? NONE : `${Math.round(bytes / 1024 / 1024)} MB`;
}
