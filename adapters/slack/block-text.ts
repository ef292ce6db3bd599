import { isJson, type Json, objectAt, objectsAt, textAt } from "./json.ts";

/**
 * What a block of a message says, line by line as it is seen; what is code stays as it is. Labels of buttons and fields say
 * nothing. {@link https://docs.slack.dev/reference/block-kit/blocks}
 */
export function blockText(block: Json): string {
  switch (block["type"]) {
    case "actions":
    case "input":
      return "";
    case "rich_text":
      return lines(objectsAt(block, "elements").map(richText));
    case "table":
      return lines(rowsIn(block).map((row) => row.map(blockText).join(" | ")));
    default:
      return lines([
        textOf(block),
        ...["fields", "elements"].map((key) => lines(objectsAt(block, key).map(blockText))),
      ]);
  }
}

/** The text of a block or a text object; in one it is a string, in the other an object. */
function textOf(block: Json): string {
  return (
    textAt(block, "text") ?? textAt(objectAt(block, "text"), "text") ?? textAt(objectAt(block, "title"), "text") ?? ""
  );
}

function rowsIn(table: Json): readonly (readonly Json[])[] {
  const rows = Object.hasOwn(table, "rows") ? table["rows"] : undefined;
  return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.filter(isJson) : [])) : [];
}

/** {@link https://docs.slack.dev/reference/block-kit/blocks/rich-text-block} */
function richText(part: Json): string {
  const parts = objectsAt(part, "elements");
  if (part["type"] !== "rich_text_list") return parts.map(inlineText).join("");
  const indent = "  ".repeat(Math.min(Math.max(Number(part["indent"] ?? 0) || 0, 0), DEEPEST));
  const start = Number(part["offset"] ?? 0) || 0;
  return lines(
    parts.map((item, at) => `${indent}${part["style"] === "ordered" ? `${start + at + 1}.` : "•"} ${richText(item)}`),
  );
}

/** Slack nests lists no deeper. */
const DEEPEST = 8;

/** As Slack itself writes it into the text of a message. */
function inlineText(element: Json): string {
  const named = (key: string): string => textAt(element, key) ?? "";
  switch (element["type"]) {
    case "link":
      return textAt(element, "text") ?? named("url");
    case "user":
      return `<@${named("user_id")}>`;
    case "usergroup":
      return `<!subteam^${named("usergroup_id")}>`;
    case "channel":
      return `<#${named("channel_id")}>`;
    case "broadcast":
      return `<!${named("range")}>`;
    case "emoji":
      return `:${named("name")}:`;
    case "date":
      return named("fallback");
    case "color":
      return named("value");
    default:
      return named("text");
  }
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}
