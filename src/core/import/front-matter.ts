import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";

/** The fields of a page, their names in lower case with `_` for spaces and hyphens. */
export type Fields = ReadonlyMap<string, unknown>;

export type FrontMatter = { readonly fields: Fields; readonly body: string };

/** Takes the front matter off a page: YAML between `---`, or TOML between `+++` as Hugo writes it. */
export function splitFrontMatter(text: string): FrontMatter {
  const yaml = YAML.exec(text);
  const toml = yaml === null ? TOML.exec(text) : null;
  const body = text.slice((yaml ?? toml)?.[0].length ?? 0);
  if (toml !== null) return { fields: fieldsOf(toml[1] ?? "", tomlTables), body };
  return { fields: fieldsOf(yaml?.[1] ?? "", (source) => parseYaml(source, YAML_OPTIONS)), body };
}

/** Whether a page begins with front matter. */
export function beginsWithFrontMatter(text: string): boolean {
  return YAML.test(text) || TOML.test(text);
}

const YAML = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

const TOML = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

const YAML_OPTIONS = { maxAliasCount: 20, logLevel: "silent" } as const;

/** Hugo keeps tags under `taxonomies` and what it does not know under `extra` and `params`. */
function tomlTables(source: string): unknown {
  const { taxonomies, extra, params, ...own } = parseToml(source);
  return { ...asTable(taxonomies), ...asTable(extra), ...asTable(params), ...own };
}

function asTable(value: unknown): object {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** Front matter that cannot be read says nothing, and the text below it is read all the same. */
function fieldsOf(source: string, parse: (source: string) => unknown): Fields {
  if (source.length > LONGEST) return new Map();
  try {
    const data: unknown = parse(source);
    if (typeof data !== "object" || data === null) return new Map();
    return new Map(
      Object.entries(data).map(([key, value]) => [key.toLowerCase().replace(/[\s-]+/g, "_"), plain(value)]),
    );
  } catch {
    return new Map();
  }
}

/** A day of TOML is an object that writes itself as in ISO 8601. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

const LONGEST = 65_536;
