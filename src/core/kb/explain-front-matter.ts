import type { z } from "zod";
import { FRONT_MATTER_KEYS } from "./front-matter.ts";
import { nearestWord } from "./nearest-word.ts";
import type { ProblemLog } from "./problem.ts";
import type { Path, Place } from "./read-front-matter.ts";

type Issue = z.core.$ZodIssue;
type Locate = (path: Path) => Place;

/** Turns what the schema found into problems: where it is, what is wrong, what to write instead. */
export function explainFrontMatter(
  issues: readonly Issue[],
  data: unknown,
  { locate, log }: { readonly locate: Locate; readonly log: ProblemLog },
): void {
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") explainUnknownKeys(issue.keys, issue.path, { locate, log });
    else explainIssue(issue, data, { locate, log });
  }
}

function explainUnknownKeys(
  keys: readonly string[],
  path: Path,
  { locate, log }: { readonly locate: Locate; readonly log: ProblemLog },
): void {
  const known = FRONT_MATTER_KEYS.get(path.filter((part) => typeof part === "string").join(".")) ?? [];
  for (const key of keys) {
    const near = nearestWord(key, known);
    const advice = near === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${near}"?`;
    log.error(
      locate([...path, key]).line,
      `Cannot use the key "${named([...path, key])}": there is no such key. ${advice}`,
    );
  }
}

function explainIssue(
  issue: Issue,
  data: unknown,
  { locate, log }: { readonly locate: Locate; readonly log: ProblemLog },
): void {
  const place = locate(issue.path);
  const value = valueAt(data, issue.path);
  log.error(place.line, `Cannot read ${named(issue.path)}: ${faultOf(issue, value, place.written)}`);
}

/** `signals.events[0].id`, as an author would point at it. */
export function named(path: Path): string {
  if (path.length === 0) return "the front matter";
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

function faultOf(issue: Issue, value: unknown, written: string | undefined): string {
  if (issue.code === "invalid_type") return typeFault(issue.expected, value, written);
  if (issue.code === "too_small") return smallFault(issue.origin, issue.minimum);
  if (issue.code === "too_big")
    return `it is too ${issue.origin === "number" ? "large" : "long"}. The most is ${issue.maximum}.`;
  if (issue.code === "invalid_format")
    return `"${shorten(String(value))}" does not fit: ${issue.message}. Write it so.`;
  if (issue.code === "invalid_value")
    return `${shown(value, written)} is none of the choices. Write one of: ${issue.values.join(", ")}.`;
  return `${issue.message}. Correct it.`;
}

function smallFault(origin: string, least: number | bigint): string {
  return origin === "string"
    ? "it is empty. Write something, or remove the line."
    : `it is too small. The least is ${least}.`;
}

function typeFault(expected: string, value: unknown, written: string | undefined): string {
  if (value === undefined) return `it is missing. Add it: ${EXAMPLES[expected] ?? "see kb/README.md"}.`;
  if (value === null) return "it has no value. Write one, or remove the line.";
  if (expected === "string" && typeof value === "number") return numberFault(value, written);
  return `${shown(value, written)} is no ${WORDS[expected] ?? expected}. Write ${EXAMPLES[expected] ?? "it as kb/README.md shows"}.`;
}

/** YAML reads `0x80070005`, `5.50` and `1e5` as numbers, and forgets how they were written. */
function numberFault(value: number, written: string | undefined): string {
  const original = written ?? String(value);
  const read =
    original === String(value) ? "it is a number" : `YAML reads an unquoted ${original} as the number ${value}`;
  return `${read}, not text. Put it in quotes: "${original}".`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  array: "list",
  object: "block of keys",
  int: "whole number",
};

const EXAMPLES: Readonly<Record<string, string>> = {
  string: 'text, such as "Exchange 5.5"',
  array: 'a list, such as ["one", "two"]',
  object: "keys and values, indented under it",
  number: "a number without quotes, such as 5389",
  int: "a whole number without quotes, such as 5389",
};

function shown(value: unknown, written: string | undefined): string {
  if (typeof value === "string") return `"${shorten(value)}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a block of keys";
  return written ?? String(value);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
