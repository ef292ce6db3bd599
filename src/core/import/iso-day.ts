/** The day of a date as knowledge bases write it (`04-NOV-2000`, `2000-11-04 10:00:00`, `Nov 4, 2000`, `11/4/2000`), in ISO 8601. */
export function isoDay(written: string): string | undefined {
  const iso = /(\d{4})-(\d\d)-(\d\d)/.exec(written);
  if (iso !== null) return iso[0];
  const named = /(\d{1,2})[-\s]([A-Za-z]{3})[a-z]*[-\s,]+(\d{4})/.exec(written);
  if (named !== null) return day(named[3], MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1, named[1]);
  const spoken = /\b([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})/.exec(written);
  if (spoken !== null) return day(spoken[3], MONTHS.indexOf((spoken[1] ?? "").toLowerCase()) + 1, spoken[2]);
  const american = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written);
  return american === null ? undefined : day(american[3], Number(american[1]), american[2]);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function day(year: string | undefined, month: number, date: string | undefined): string | undefined {
  const number = Number(date);
  if (year === undefined || month < 1 || month > 12 || number < 1 || number > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
}
