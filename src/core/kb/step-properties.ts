import type { Lines } from "./section.ts";
import type { ProblemLog } from "./problem.ts";
import { nearestWord } from "./nearest-word.ts";

/** One line of the list under a step's heading: `- risk: changes`. */
export type Property = { readonly value: string; readonly line: number; readonly nested: readonly NestedLine[] };

export type NestedLine = { readonly text: string; readonly line: number };

export const PROPERTY_NAMES = ["id", "risk", "first", "check"] as const;
export type PropertyName = (typeof PROPERTY_NAMES)[number];

/** The properties of a step, and the rest of it. */
export type StepProperties = { readonly properties: ReadonlyMap<PropertyName, Property>; readonly rest: Lines };

/** Reads the bullet list that follows a step's heading; it ends at the first line that is no bullet. */
export function readProperties({ lines, first }: Lines, log: ProblemLog): StepProperties {
  const start = lines.findIndex((line) => line.trim() !== "");
  const properties = new Map<PropertyName, Property & { readonly nested: NestedLine[] }>();
  let open: NestedLine[] | undefined;
  let at = start === -1 ? lines.length : start;
  for (; at < lines.length; at++) {
    const [, indent, text] = BULLET.exec(lines[at] ?? "") ?? [];
    if (text === undefined) break;
    const line = first + at;
    if (indent !== "") (open ?? misplaced(line, log)).push({ text: text.trim(), line });
    else open = readProperty({ text, line }, properties, log);
  }
  return { properties, rest: { lines: lines.slice(at), first: first + at } };
}

const BULLET = /^([ \t]*)[-*] +(.*)$/;

/** The list that nested lines are to be added to; a throw-away one when the property is not known. */
function readProperty(
  { text, line }: NestedLine,
  properties: Map<PropertyName, Property & { readonly nested: NestedLine[] }>,
  log: ProblemLog,
): NestedLine[] {
  const colon = text.indexOf(":");
  const name = text.slice(0, Math.max(colon, 0)).trim();
  const property = { value: text.slice(colon + 1).trim(), line, nested: [] };
  if (!isPropertyName(name)) log.error(line, unknownProperty(name, text));
  else if (properties.has(name)) log.error(line, `Cannot use a second "${name}": the step has one already. Keep one.`);
  else properties.set(name, property);
  return property.nested;
}

function isPropertyName(name: string): name is PropertyName {
  return (PROPERTY_NAMES as readonly string[]).includes(name);
}

function unknownProperty(name: string, text: string): string {
  if (name === "")
    return `Cannot read "${text.slice(0, 60)}": the list under a step's heading has properties only. Put an empty line before text.`;
  const near = nearestWord(name, PROPERTY_NAMES);
  const advice =
    near === undefined ? "Known: id, risk, first, check. Put an empty line before text." : `Did you mean "${near}"?`;
  return `Cannot use "${name.slice(0, 60)}": a step has no such property. ${advice}`;
}

function misplaced(line: number, log: ProblemLog): NestedLine[] {
  log.error(
    line,
    "Cannot read this line: it is indented under nothing. Write the answers of a check under `- check: question`.",
  );
  return [];
}
