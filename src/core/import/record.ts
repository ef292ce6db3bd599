import type { Block } from "./block.ts";
import type { ForeignDocument, Form, Section } from "./document.ts";
import { isoDay } from "./iso-day.ts";
import { httpUrl, isHtml } from "./page.ts";
import { readBlocks } from "./read-blocks.ts";
import { readHtml } from "./html-lines.ts";
import { FIELDS, type FieldName } from "./record-fields.ts";
import { readSections } from "./read-sections.ts";
import { sectionRole } from "./section-role.ts";
import { setOffRecords } from "./set-off-records.ts";

/** A record of an export: a document, or why it is none. */
export type RecordReading =
  | { readonly kind: "document"; readonly document: ForeignDocument }
  | { readonly kind: "none"; readonly why: string };

/** Finds the records of a JSON export: a list, or a list under the name that the exporting system gives it. */
export function readRecords(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data !== "object" || data === null) return [];
  for (const name of ["records", "result", "results", "articles", "items", "data", "value", "pages"]) {
    const list: unknown = Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined;
    if (Array.isArray(list)) return list.map((record: unknown) => withBase(record, data));
  }
  return [data];
}

/** Confluence says once, beside the list, where its pages lie; each says only the rest of its address. */
function withBase(record: unknown, { _links: around }: { readonly _links?: unknown }): unknown {
  if (typeof record !== "object" || record === null || typeof around !== "object" || around === null) return record;
  const own: unknown = Reflect.get(record, "_links");
  return { ...record, _links: { base: Reflect.get(around, "base"), ...(typeof own === "object" ? own : {}) } };
}

/** Reads a record as ServiceNow or Confluence exports it, or a row of any table with a title and a text. */
export function readRecord(record: unknown): RecordReading {
  const values = flatten(record);
  const title = valueOf(values, "title");
  if (title === undefined) return { kind: "none", why: "a record without a title column" };
  const state = valueOf(values, "state")?.toLowerCase() ?? "";
  if (UNPUBLISHED.test(state)) return { kind: "none", why: `not published (${state})` };
  const sections = sectionsOf(values);
  if (sections.length === 0) return { kind: "none", why: "a record without a text column" };
  return { kind: "document", document: documentOf(values, title, sections) };
}

const UNPUBLISHED =
  /^(?:draft|retired|archived|trashed|deleted|outdated|obsolete|pending[ _]retirement|scheduled for retirement|review|in review)$/;

function documentOf(values: Values, title: string, sections: readonly Section[]): ForeignDocument {
  const form = formOf(values);
  return {
    form,
    id: idOf(values, form),
    title,
    modified: isoDay(valueOf(values, "modified") ?? ""),
    products: listOf(values, "products"),
    versions: form === "confluence" ? [] : listOf(values, "versions"),
    tags: listOf(values, "tags"),
    owner: valueOf(values, "owner"),
    url: httpUrl(linkOf(values)),
    sections,
  };
}

type Values = ReadonlyMap<string, string>;

/** Nested values under dotted names, in lower case: `body.storage.value`. ServiceNow's display values take the name itself. */
function flatten(record: unknown): Values {
  const values = new Map<string, string>();
  const visit = (name: string, value: unknown, depth: number): void => {
    if (typeof value === "string" || typeof value === "number") values.set(name, String(value));
    else if (Array.isArray(value))
      values.set(
        name,
        value
          .map(labelOf)
          .filter((label) => label !== "")
          .join(", "),
      );
    else if (typeof value === "object" && value !== null && depth < DEEPEST) {
      for (const [key, inner] of Object.entries(value)) visit(keyOf(name, key), inner, depth + 1);
    }
  };
  visit("", record, 0);
  return values;
}

const DEEPEST = 6;

function keyOf(name: string, key: string): string {
  const plain = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  if (name === "") return plain;
  return plain === "display_value" ? name : `${name}.${plain}`;
}

function labelOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  const name: unknown =
    typeof value === "object" && value !== null && Object.hasOwn(value, "name") ? Reflect.get(value, "name") : "";
  return typeof name === "string" ? name : "";
}

function valueOf(values: Values, field: FieldName): string | undefined {
  return FIELDS[field].map((name) => values.get(name)?.trim()).find((value) => value !== undefined && value !== "");
}

function listOf(values: Values, field: FieldName): readonly string[] {
  return (valueOf(values, field) ?? "").split(/[,;]\s*/).filter((value) => value !== "");
}

function formOf(values: Values): Form {
  if (values.has("body.storage.value") || values.has("body.view.value") || values.has("space.key")) return "confluence";
  return values.has("short_description") ? "servicenow" : "table";
}

/** Confluence numbers its pages across all spaces; the space says whose page it is. */
function idOf(values: Values, form: Form): string | undefined {
  const id = valueOf(values, "id");
  if (id === undefined) return undefined;
  return form === "confluence" ? `${values.get("space.key") ?? "page"}-${id}` : id;
}

function linkOf(values: Values): string | undefined {
  const page = values.get("_links.webui");
  const base = values.get("_links.base");
  return page !== undefined && base !== undefined ? base + page : valueOf(values, "url");
}

/** One text with headings in it, and columns that are sections by name, such as `cause` or `u_resolution`. */
function sectionsOf(values: Values): readonly Section[] {
  const body = valueOf(values, "body");
  const columns = [...values].flatMap(([name, value]): readonly Section[] => {
    const heading = name.replace(/^(?:u|kb|kcs|x)_/, "");
    const role = READ_ALREADY.has(name) ? undefined : sectionRole(heading);
    return role === undefined || value.trim() === ""
      ? []
      : [{ role, heading: heading.replaceAll("_", " "), blocks: blocksOf(value) }];
  });
  const told = body === undefined ? [] : readSections(blocksOf(body), { opening: "summary", headings: "all" });
  return [...told, ...columns].filter((section) => section.blocks.length > 0);
}

/** Columns that say something else than a section, whatever they are called: `status` is no heading. */
const READ_ALREADY: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());

function blocksOf(text: string): readonly Block[] {
  const lines = isHtml(text) || /<\/?[a-z][^<>]*>/i.test(text) ? readHtml(text).lines : text.split(/\r\n|\r|\n/);
  return readBlocks(setOffRecords(lines));
}
