import { isJson, type Json } from "../json.ts";

/** Looks at one value; `at` is its JSON pointer. Gives every problem in the words of Slack's response_metadata.messages. */
export type Check = (value: unknown, at: string) => readonly string[];

export function problem(what: string, at: string): string {
  return `[ERROR] ${what} [json-pointer:${at}]`;
}

/** A string of `min` to `max` characters. */
export function string(max: number, min = 1): Check {
  return (value, at) => {
    if (typeof value !== "string") return [problem("must provide a string", at)];
    if (value.length > max) return [problem(`must be less than ${max + 1} characters`, at)];
    return value.length < min ? [problem(`must be more than ${min - 1} characters`, at)] : [];
  };
}

/** A string that fits the pattern as well. */
export function matching(pattern: RegExp, what: string, max: number): Check {
  const length = string(max);
  return (value, at) => {
    const problems = length(value, at);
    return problems.length === 0 && !pattern.test(String(value)) ? [problem(`invalid ${what}`, at)] : problems;
  };
}

export function integer(min: number, max: number): Check {
  return (value, at) => {
    if (typeof value !== "number" || !Number.isInteger(value)) return [problem("must provide a number", at)];
    return value < min || value > max ? [problem(`must be between ${min} and ${max}`, at)] : [];
  };
}

export function oneOf(...values: readonly unknown[]): Check {
  return (value, at) => (values.includes(value) ? [] : [problem(`must be one of: ${values.join(", ")}`, at)]);
}

export const boolean: Check = (value, at) =>
  typeof value === "boolean" ? [] : [problem("must provide a boolean", at)];
export const anything: Check = () => [];

export function list(of: Check, min: number, max: number): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return [problem("must provide an array", at)];
    if (value.length > max) return [problem(`no more than ${max} items allowed`, at)];
    if (value.length < min) return [problem(`no fewer than ${min} items allowed`, at)];
    return value.flatMap((item: unknown, index) => of(item, `${at}/${index}`));
  };
}

/** The fields an object may have; a name that ends in "!" is one it must have. */
export type Shape = { readonly [field: string]: Check };

export function object(shape: Shape): Check {
  const fields = new Map(Object.entries(shape).map(([name, check]) => [name.replace("!", ""), check]));
  const required = Object.keys(shape).flatMap((name) => (name.endsWith("!") ? [name.slice(0, -1)] : []));
  return (value, at) => {
    if (!isJson(value)) return [problem("must provide an object", at)];
    const missing = required.filter((name) => value[name] === undefined);
    return [...missing.map((name) => problem(`missing required field: ${name}`, at)), ...held(fields, value, at)];
  };
}

function held(fields: ReadonlyMap<string, Check>, value: Json, at: string): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === undefined) return [];
    return fields.get(name)?.(inner, `${at}/${name}`) ?? [problem(`invalid additional property: ${name}`, at)];
  });
}

/** Picks the check by the object's `type`. */
export function byType(table: { readonly [type: string]: Check }, what: string): Check {
  return (value, at) => {
    if (!isJson(value)) return [problem("must provide an object", at)];
    const type = value["type"];
    if (type === undefined) return [problem("missing required field: type", at)];
    const check = typeof type === "string" && Object.hasOwn(table, type) ? table[type] : undefined;
    return (
      check?.(value, at) ?? [problem(`unsupported type: ${JSON.stringify(type)} is no ${what} here`, `${at}/type`)]
    );
  };
}

/** One check after the other, all problems together. */
export function both(...checks: readonly Check[]): Check {
  return (value, at) => checks.flatMap((check) => check(value, at));
}

/** At least one of the fields, or exactly one. */
export function needs(fields: readonly string[], most = fields.length): Check {
  return (value, at) => {
    if (!isJson(value)) return [];
    const count = fields.filter((name) => value[name] !== undefined).length;
    if (count === 0) return [problem(`missing required field: ${fields.join(" or ")}`, at)];
    return count > most ? [problem(`only one allowed of: ${fields.join(", ")}`, at)] : [];
  };
}
