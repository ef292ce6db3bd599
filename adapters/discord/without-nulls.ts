/**
 * What was told, without the members that are said to be nothing: servers differ in what they leave out and what they
 * call null, and to us both are the same.
 */
export function withoutNulls<Told>(told: Told): Told;
export function withoutNulls(told: unknown): unknown {
  if (Array.isArray(told)) return told.map((one) => withoutNulls(one));
  if (typeof told !== "object" || told === null) return told;
  const members = Object.entries(told).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([name, value]) => [name, withoutNulls(value)]));
}
