import type { z } from "zod";
import { nearestWord } from "../kb/nearest-word.ts";
import type { ProblemLog } from "../kb/problem.ts";
import type { Path, Place } from "../kb/read-front-matter.ts";
import { ONCALL_KEYS } from "./oncall-schema.ts";

type Issue = z.core.$ZodIssue;
type Locate = (path: Path) => Place;

/** Turns what the schema found into problems: where it is, what is wrong, what to write instead. */
export function explainOnCall(issues: readonly Issue[], locate: Locate, log: ProblemLog): void {
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") explainUnknownKeys(issue.keys, issue.path, { locate, log });
    else
      log.error(
        lineOf(issue, locate),
        `Cannot read ${pathText(issue.path)}: ${faultOf(issue, locate(issue.path).written)}`,
      );
  }
}

/** A missing value has no line of its own: then that of what should have it. */
function lineOf({ path }: Issue, locate: Locate): number {
  for (let length = path.length; length > 0; length--) {
    const { line } = locate(path.slice(0, length));
    if (line > 1) return line;
  }
  return locate(path).line;
}

function explainUnknownKeys(
  keys: readonly string[],
  path: Path,
  { locate, log }: { readonly locate: Locate; readonly log: ProblemLog },
): void {
  const known = ONCALL_KEYS.get(path.filter((part) => typeof part === "string").join(".")) ?? [];
  for (const key of keys) {
    const near = nearestWord(key, known);
    const advice = near === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${near}"?`;
    log.error(
      locate([...path, key]).line,
      `Cannot use the key "${pathText([...path, key])}": there is no such key. ${advice}`,
    );
  }
}

/** `schedules[0].layers[1].turn`, as an author would point at it. */
export function pathText(path: Path): string {
  if (path.length === 0) return "the file";
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function faultOf(issue: Issue, written: string | undefined): string {
  if (issue.code === "invalid_type") return typeFault(issue.expected, written);
  if (issue.code === "too_small") return "it is empty or too small. Write more, or remove the line.";
  if (issue.code === "too_big") return `it is too long. The most is ${issue.maximum}.`;
  if (issue.code === "invalid_value")
    return `${shown(written)}is none of the choices. Write one of: ${issue.values.join(", ")}.`;
  if (issue.code === "invalid_union")
    return "it is of no known kind. Write kind: pagerduty, opsgenie, grafana, webhook or email.";
  return `${shown(written)}does not fit: ${issue.message}. Write it so.`;
}

function typeFault(expected: string, written: string | undefined): string {
  if (written === undefined)
    return `it is missing, or no ${WORDS[expected] ?? expected}. Add it; docs/oncall.md shows how.`;
  return `${shown(written)}is no ${WORDS[expected] ?? expected}. ${expected === "string" ? `Put it in quotes: "${written}".` : "docs/oncall.md shows how."}`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  array: "list",
  object: "block of keys",
  int: "whole number",
};

function shown(written: string | undefined): string {
  return written === undefined ? "it " : `"${written.slice(0, 60)}" `;
}
