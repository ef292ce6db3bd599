import { assertNever } from "../../src/core/brand.ts";
import type { Block, Inline, RichText, View } from "../../src/core/view/view.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { isChannelId, isUserId } from "./links.ts";
import { clipped, escaped, shown, words } from "./text.ts";

/**
 * A view as words alone: where a message has a text, screen readers read it instead of the blocks, so it says what they
 * say. It begins with the one sentence that notifications have room for. {@link https://docs.slack.dev/reference/methods/chat.postMessage#text_usage}
 */
export function spoken({ fallback, blocks }: View): string {
  const first = escaped(words(fallback, SLACK_LIMITS.fallback));
  const lines = blocks.flatMap(linesOf).filter((each) => each !== "" && !first.startsWith(each));
  let text = first;
  for (const next of lines) {
    if (text.length + next.length + 2 > SLACK_LIMITS.spoken) return `${text}\n…`;
    text += `\n${next}`;
  }
  return text;
}

/** Longer lines are looked up rather than listened to. */
const LONGEST_LINE = 600;

/** Buttons are read where they stand. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "code":
      return [line(block.text)];
    case "paragraph":
    case "quote":
    case "note":
      return [lineOf(block.text)];
    case "list":
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ${lineOf(item)}` : lineOf(item)));
    case "divider":
    case "buttons":
      return [];
  }
  return assertNever(block);
}

/** Somebody who is known by an id is named by it; everything else is words and no markup. */
function lineOf(text: RichText): string {
  return text.map(wordOf).join("").trim();
}

function wordOf(inline: Inline): string {
  if (inline.kind === "channel") return isChannelId(inline.channel) ? `<#${inline.channel}>` : line(inline.name);
  if (inline.kind === "mention") return isUserId(inline.user) ? `<@${inline.user}>` : line(`@${inline.name}`);
  return escaped(clipped(shown(inline.text), LONGEST_LINE));
}

function line(text: string): string {
  return escaped(clipped(shown(text).trim(), LONGEST_LINE));
}
