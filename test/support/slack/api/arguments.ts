import { isJson, type Json } from "../json.ts";
import { problem } from "../validate/schema.ts";
import { refuse } from "../world/refusal.ts";

/** The arguments of a method and what they are; a name that ends in "!" is required. */
export type ArgumentTable = { readonly [name: string]: "text" | "flag" | "number" | "json" };

/** Everything may come as a string from a form; JSON bodies bring the real thing. Unknown arguments are refused. */
export function readArguments(table: ArgumentTable, raw: Json): Json {
  const kinds = new Map(Object.entries(table).map(([name, kind]) => [name.replace("!", ""), kind]));
  const given = Object.entries(raw).filter(([name]) => !UNIVERSAL.has(name));
  const unknown = given
    .filter(([name]) => !kinds.has(name))
    .map(([name]) => problem(`unknown argument: ${name}`, `/${name}`));
  if (unknown.length > 0) refuse("invalid_arguments", unknown);
  const read = Object.fromEntries(
    given.map(([name, value]) => [name, readOne(name, kinds.get(name) ?? "text", value)]),
  );
  checkRequired(table, read);
  return read;
}

/** Any method takes these. */
const UNIVERSAL = new Set(["token", "team_id"]);

function checkRequired(table: ArgumentTable, read: Json): void {
  const required = Object.keys(table).flatMap((name) => (name.endsWith("!") ? [name.slice(0, -1)] : []));
  const missing = required.filter((name) => read[name] === undefined || read[name] === "");
  const [first] = missing;
  if (first === undefined) return;
  const messages = missing.map((name) => problem(`missing required field: ${name}`, ""));
  refuse(MISSING[first] ?? "invalid_arguments", messages);
}

/** Slack answers these in its own way. */
const MISSING: { readonly [name: string]: string } = {
  channel: "channel_not_found",
  name: "no_reaction_name",
  user: "user_not_found",
};

function readOne(name: string, kind: ArgumentTable[string], value: unknown): unknown {
  if (kind === "flag") return value === true || value === "true" || value === "1";
  if (kind === "number") return Number(value);
  if (kind === "json") return typeof value === "string" ? parsed(name, value) : value;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parsed(name: string, value: string): unknown {
  try {
    const read: unknown = JSON.parse(value);
    if (isJson(read) || Array.isArray(read)) return read;
  } catch {
    // Answered below, like any other JSON that is neither an object nor a list.
  }
  return refuse(NOT_JSON[name] ?? "invalid_arguments", [problem("must be valid JSON", `/${name}`)]);
}

const NOT_JSON: { readonly [name: string]: string } = {
  blocks: "invalid_blocks_format",
  metadata: "invalid_metadata_format",
};
