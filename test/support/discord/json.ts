/** A parsed JSON object of which nothing is known yet. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an array, or none if the value is no array. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Undefined for whatever is no string, and for null. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The number, or the fallback for whatever is no number. */
export function numberOf(value: unknown, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}

/** Discord counts code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
