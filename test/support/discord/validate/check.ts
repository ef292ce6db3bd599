import { isObject, lengthOf } from "../json.ts";
import type { JsonObject } from "../json.ts";

/** What Discord objects to, and where: `["embeds", "0", "title"]`. */
export type Problem = { readonly path: readonly string[]; readonly code: string; readonly message: string };

/** Looks at one value; an empty list means it is fine. */
export type Check = (value: unknown) => readonly Problem[];

export function problem(code: string, message: string, ...path: readonly string[]): Problem {
  return { path, code, message };
}

export const REQUIRED = problem("BASE_TYPE_REQUIRED", "This field is required");

/** Lengths are in code points, as Discord counts them. */
export function text({ min = 0, max }: { readonly min?: number; readonly max: number }): Check {
  return (value) => {
    if (typeof value !== "string")
      return [problem("STRING_TYPE_CONVERT", `Could not interpret "${String(value)}" as string.`)];
    const length = lengthOf(value);
    if (length === 0 && min > 0) return [REQUIRED];
    if (length >= min && length <= max) return [];
    if (min > 0) return [problem("BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`)];
    return [problem("BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`)];
  };
}

export function matching(pattern: RegExp, code: string, message: string): Check {
  return (value) => (typeof value === "string" && pattern.test(value) ? [] : [problem(code, message)]);
}

export function integer({ min, max }: { readonly min: number; readonly max: number }): Check {
  return (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value))
      return [problem("NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`)];
    if (value < min) return [problem("NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`)];
    if (value > max) return [problem("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`)];
    return [];
  };
}

export const flag: Check = (value) =>
  typeof value === "boolean" ? [] : [problem("BOOLEAN_TYPE_CONVERT", "Must be either true or false.")];

export const snowflake = matching(/^\d{1,20}$/, "NUMBER_TYPE_COERCE", "Value is not snowflake.");

export const anything: Check = () => [];

export function oneOf(choices: readonly (string | number)[]): Check {
  const message = `Value must be one of {${choices.join(", ")}}.`;
  return (value) => (choices.some((choice) => choice === value) ? [] : [problem("BASE_TYPE_CHOICES", message)]);
}

export function list(of: Check, { min = 0, max }: { readonly min?: number; readonly max: number }): Check {
  return (value) => {
    if (!Array.isArray(value)) return [problem("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")];
    const fits = value.length >= min && value.length <= max;
    const size =
      min > 0 ? problem("BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`) : maxItems(max);
    return [...(fits ? [] : [size]), ...value.flatMap((item, index) => under(String(index), of(item)))];
  };
}

type Shape = { readonly required?: readonly string[]; readonly closed?: boolean };

/** An object. Null counts as absent. A closed one tolerates no members but these. */
export function shape(fields: Readonly<Record<string, Check>>, { required = [], closed = false }: Shape = {}): Check {
  return (value) => {
    if (!isObject(value)) return [problem("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")];
    const given = Object.entries(fields).filter(([key]) => value[key] !== undefined && value[key] !== null);
    return [
      ...required.flatMap((key) => (value[key] === undefined || value[key] === null ? under(key, [REQUIRED]) : [])),
      ...given.flatMap(([key, check]) => under(key, check(value[key]))),
      ...(closed ? unknownMembers(value, fields) : []),
    ];
  };
}

/** All checks on the same value. */
export function all(...checks: readonly Check[]): Check {
  return (value) => checks.flatMap((check) => check(value));
}

export function under(key: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map(({ path, code, message }) => ({ path: [key, ...path], code, message }));
}

function maxItems(max: number): Problem {
  return problem("BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
}

/** Discord ignores some unknown members; a bot that sends them has a mistake all the same. */
function unknownMembers(value: JsonObject, fields: Readonly<Record<string, Check>>): readonly Problem[] {
  return Object.keys(value)
    .filter((key) => !(key in fields) && value[key] !== undefined)
    .map((key) => problem("UNKNOWN_FIELD", `Unknown field "${key}".`, key));
}
