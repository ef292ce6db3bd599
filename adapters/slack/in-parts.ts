import { cutAt } from "../../src/core/view/rich.ts";
import type { Block, RichText } from "../../src/core/view/view.ts";
import { SLACK_LIMITS } from "./limits.ts";

/** A block that is too long for one of Slack's as several that are not: for places that show all of it. */
export function inParts(block: Block): readonly Block[] {
  switch (block.kind) {
    case "code":
      return textParts(block.text).map((text) => ({ ...block, text }));
    case "paragraph":
    case "quote":
    case "note":
      return richParts(block.text).map((text) => ({ ...block, text }));
    case "list":
      return block.ordered ? [block] : listParts(block.items).map((items) => ({ ...block, items }));
    case "heading":
    case "divider":
    case "buttons":
      return [block];
  }
}

/** Some room for what is escaped. */
const MOST = SLACK_LIMITS.contextText - 500;

/** At line ends where there are any. */
function textParts(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MOST) {
    const line = rest.lastIndexOf("\n", MOST);
    const end = line > 0 ? line : cutAt(rest, MOST);
    parts.push(rest.slice(0, end));
    rest = rest.slice(line > 0 ? end + 1 : end);
  }
  return [...parts, rest];
}

function richParts(text: RichText): readonly RichText[] {
  const parts: RichText[number][][] = [[]];
  let left = MOST;
  for (const inline of text.flatMap(inlineParts)) {
    const length = lengthOf(inline);
    if (length > left || (parts.at(-1)?.length ?? 0) >= SLACK_LIMITS.inlines - 1) {
      parts.push([]);
      left = MOST;
    }
    parts.at(-1)?.push(inline);
    left -= length;
  }
  return parts;
}

function inlineParts(inline: RichText[number]): RichText {
  if (inline.kind !== "plain" && inline.kind !== "strong" && inline.kind !== "code") return [inline];
  return textParts(inline.text).map((text) => ({ ...inline, text }));
}

function listParts(items: readonly RichText[]): readonly (readonly RichText[])[] {
  const parts: RichText[][] = [[]];
  let left = MOST;
  for (const item of items.flatMap(richParts)) {
    const length = item.reduce((sum, inline) => sum + lengthOf(inline), 1);
    if (length > left || (parts.at(-1)?.length ?? 0) >= SLACK_LIMITS.listItems - 1) {
      parts.push([]);
      left = MOST;
    }
    parts.at(-1)?.push(item);
    left -= length;
  }
  return parts;
}

function lengthOf(inline: RichText[number]): number {
  return ("name" in inline ? inline.name : inline.text).length;
}
