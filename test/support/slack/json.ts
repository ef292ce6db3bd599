/** What came over the wire: nothing is known about it but that it is a JSON object. */
export type Json = { readonly [key: string]: unknown };

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectAt(parent: Json | undefined, key: string): Json | undefined {
  const value = parent?.[key];
  return isJson(value) ? value : undefined;
}

export function stringAt(parent: Json | undefined, key: string): string | undefined {
  const value = parent?.[key];
  return typeof value === "string" ? value : undefined;
}

/** The objects in a list; anything else in it is left out. */
export function objectsAt(parent: Json | undefined, key: string): readonly Json[] {
  return objectsIn(parent?.[key]);
}

export function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Drops the keys that hold nothing, because Slack leaves them out rather than send null. */
export function compact(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined));
}
