import type { ListItem, Nodes, PhrasingContent, RootContent, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { code, plain, rich, strong, textOf, type Word } from "./rich.ts";
import type { Block, RichText } from "./view.ts";

/** Quotes in quotes in quotes: nobody writes deeper than this by intention. */
const DEEPEST = 12;

const TABLES = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** What an article's author wrote, as blocks. HTML stays text; links other than http(s) lose their target. */
export function markdownBlocks(markdown: string): readonly Block[] {
  return fromMarkdown(markdown, TABLES).children.flatMap(blocksOf);
}

/** The first paragraph as plain text, for a place with room for one line. */
export function firstParagraph(markdown: string): string {
  const text = markdownBlocks(markdown).find((block) => block.kind === "paragraph");
  return text?.kind === "paragraph" ? textOf(text.text) : "";
}

function blocksOf(node: RootContent): readonly Block[] {
  if (node.type === "code") return [{ kind: "code", text: node.value, language: node.lang ?? "" }];
  if (node.type === "thematicBreak") return [{ kind: "divider" }];
  if (node.type === "blockquote") return ifAny(together(node.children, 0), (text) => ({ kind: "quote", text }));
  if (node.type === "list")
    return [{ kind: "list", ordered: node.ordered === true, items: node.children.flatMap((item) => items(item)) }];
  if (node.type === "table") return tableBlocks(node.children);
  return ifAny(paragraphText(node), (text) => ({ kind: "paragraph", text }));
}

function paragraphText(node: RootContent): RichText {
  if (node.type === "paragraph") return inlines(node.children);
  return node.type === "heading" ? [strong(flat(node))] : rich(flat(node));
}

/** No platform has tables that fit on a telephone: a row is a line, and what the columns mean stands above. */
function tableBlocks([head, ...rows]: readonly TableRow[]): readonly Block[] {
  const titles = head?.children.map((cell) => flat(cell)).join(" · ") ?? "";
  const lines = rows.map(({ children: [first, ...others] }): RichText => {
    return rich(strong(first === undefined ? "" : flat(first)), ...others.map((cell) => ` · ${flat(cell)}`));
  });
  return [
    { kind: "paragraph", text: rich(titles) },
    { kind: "list", ordered: false, items: lines },
  ];
}

function ifAny(text: RichText, block: (text: RichText) => Block): readonly Block[] {
  return textOf(text).trim() === "" ? [] : [block(text)];
}

/** An item, followed by the items of the lists within it. */
function items(item: ListItem, depth = 0): readonly RichText[] {
  if (depth > DEEPEST) return [];
  const own = item.children.filter((child) => child.type !== "list");
  const within = item.children.filter((child) => child.type === "list").flatMap((list) => list.children);
  const text = together(own, depth);
  const nested = within.flatMap((child) => items(child, depth + 1)).map((inner) => rich("– ").concat(inner));
  return text.length === 0 ? nested : [text, ...nested];
}

/** Several blocks in one text, for places that hold no blocks. */
function together(children: readonly RootContent[], depth: number): readonly Word[] {
  if (depth > DEEPEST) return [];
  return children.flatMap((child, index) => [...(index > 0 ? [plain(" ")] : []), ...textWithin(child, depth)]);
}

function textWithin(node: RootContent, depth: number): readonly Word[] {
  if (node.type === "paragraph") return inlines(node.children);
  if (node.type === "code") return [code(node.value)];
  if (node.type === "blockquote") return together(node.children, depth + 1);
  return [plain(flat(node))];
}

function inlines(children: readonly PhrasingContent[]): readonly Word[] {
  return children.map(inline).filter((word) => word.text !== "");
}

function inline(node: PhrasingContent): Word {
  if (node.type === "strong") return strong(flat(node));
  if (node.type === "inlineCode") return code(node.value);
  if (node.type === "break") return plain("\n");
  if (node.type === "link" && /^https?:\/\/\S+$/i.test(node.url))
    return { kind: "link", text: flat(node), url: node.url };
  return plain(flat(node));
}

/** The text of a node and all within it; a line break in the source is a space. */
function flat(node: Nodes, depth = 0): string {
  if (depth > DEEPEST) return "";
  if ("children" in node) return node.children.map((child) => flat(child, depth + 1)).join("");
  if ("value" in node) return node.value.replaceAll(/\s*\n\s*/g, " ");
  return "alt" in node ? (node.alt ?? "") : "";
}
