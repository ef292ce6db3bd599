import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, YAMLError } from "yaml";

/** Keys and indexes that lead to a value of the front matter. */
export type Path = readonly PropertyKey[];

/** Where a value is written, and how, if it is a plain word or number. */
export type Place = { readonly line: number; readonly written: string | undefined };

/** The front matter as data, and where each value stands; places are found only when somebody asks. */
export type FrontMatterReading =
  | { readonly kind: "data"; readonly data: unknown; readonly locate: (path: Path) => Place }
  | { readonly kind: "unreadable"; readonly faults: readonly { readonly line: number; readonly message: string }[] };

/** Reads YAML, and JSON (which is YAML too) some twenty times faster. `firstLine` is that of `text` in its file. */
export function readFrontMatter(text: string, firstLine: number): FrontMatterReading {
  const json = asJson(text);
  if (json !== undefined) return { kind: "data", data: json, locate: locator(text, firstLine) };
  return readYaml(text, firstLine);
}

const COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?\n)*/;

/** Undefined unless it is a JSON object that says each key once: JSON itself would silently take the last. */
function asJson(text: string): unknown {
  const start = COMMENTS.exec(text)?.[0].length ?? 0;
  if (text[start] !== "{") return undefined;
  try {
    const data: unknown = JSON.parse(text.slice(start));
    return keysWritten(text, start) === keysKept(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Colons outside strings: in valid JSON there is one for each key. */
function keysWritten(json: string, start: number): number {
  let keys = 0;
  for (const [token] of json.slice(start).matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|:/g)) if (token === ":") keys++;
  return keys;
}

function keysKept(data: unknown): number {
  let keys = 0;
  const left: unknown[] = [data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    const inside: unknown[] = Object.values(value);
    if (!Array.isArray(value)) keys += inside.length;
    for (const each of inside) left.push(each);
  }
  return keys;
}

type Parsed = { readonly document: Document.Parsed; readonly lineAt: (offset: number) => number };

/** Comparing keys costs the square of their number, so a mere look-up of places leaves it out. */
function parseYaml(text: string, firstLine: number, uniqueKeys: boolean): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys });
  return { document, lineAt: (offset) => lineCounter.linePos(offset).line + firstLine - 1 };
}

function readYaml(text: string, firstLine: number): FrontMatterReading {
  const { document, lineAt } = parseYaml(text, firstLine, true);
  const faults = [...document.errors, ...document.warnings].map((fault) => ({
    line: lineAt(fault.pos[0]),
    message: describe(fault),
  }));
  if (faults.length > 0) return { kind: "unreadable", faults };
  try {
    return { kind: "data", data: document.toJS({ maxAliasCount: 0 }), locate: locator(text, firstLine) };
  } catch {
    return { kind: "unreadable", faults: [{ line: lineAt(text.indexOf("*")), message: ALIAS }] };
  }
}

const ALIAS = "Cannot read the front matter: it repeats a value by an alias (*name). Write the value out.";

/** The library's words, except where an author needs better ones. */
function describe(fault: YAMLError): string {
  const better = BETTER_WORDS[fault.code];
  if (better !== undefined) return `Cannot read the front matter: ${better}`;
  return `Cannot read the front matter: ${fault.message.replace(/\.$/, "")}. Correct the YAML here; quotes help around a value with a colon.`;
}

const BETTER_WORDS: Partial<Record<YAMLError["code"], string>> = {
  DUPLICATE_KEY: "this key is written twice. Keep one.",
  TAB_AS_INDENT: "a tab indents this line. Use spaces.",
  RESOURCE_EXHAUSTION: "it is nested too deep. An article needs three levels at most.",
  NON_STRING_KEY: "this key is no word. Put it in quotes, or remove it.",
  TAG_RESOLVE_FAILED: "it has a tag (!name). Write a plain value.",
  BLOCK_AS_IMPLICIT_KEY: "a value with a colon stands here without quotes. Put the value in quotes.",
  MULTIPLE_DOCS: "a second YAML document begins here. Keep one, between the two --- lines.",
};

/** Parses when it is first asked. */
function locator(text: string, firstLine: number): (path: Path) => Place {
  let parsed: Parsed | undefined;
  return (path) => {
    parsed ??= parseYaml(text, firstLine, false);
    return placeOf(path, parsed);
  };
}

/** The place of the last part of the path that is written down. */
function placeOf(path: Path, { document, lineAt }: Parsed): Place {
  let node: unknown = document.contents;
  let offset = offsetOf(node);
  for (const part of path) {
    const child = childOf(node, part);
    if (child === undefined) return { line: lineAt(offset), written: undefined };
    offset = offsetOf(isPair(child) ? child.key : child);
    node = isPair(child) ? child.value : child;
  }
  return { line: lineAt(offset), written: isScalar(node) ? node.source : undefined };
}

function childOf(node: unknown, part: PropertyKey): unknown {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === part);
  if (isSeq(node) && typeof part === "number") return node.items[part];
  return undefined;
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
