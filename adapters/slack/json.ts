/** Something that came as JSON: nothing about it is certain. */
export type Json = { readonly [key: string]: unknown };

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function objectAt(from: Json, key: string): Json {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return isJson(value) ? value : {};
}

/** The text, unless it is empty or none. */
export function textAt(from: Json, key: string): string | undefined {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function objectsAt(from: Json, key: string): readonly Json[] {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function parsedJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
