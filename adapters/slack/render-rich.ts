import { assertNever } from "../../src/core/brand.ts";
import type { Inline, RichText } from "../../src/core/view/view.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { isChannelId, isUserId, linkOf } from "./links.ts";
import { clipped, shown } from "./text.ts";

/**
 * An element of rich text. Nothing in it is markup, so nothing that was pasted can ping, link or break out of its code.
 * {@link https://docs.slack.dev/reference/block-kit/blocks/rich-text-block}
 */
export type RichElement =
  | { readonly type: "text"; readonly text: string; readonly style?: { readonly bold?: true; readonly code?: true } }
  | { readonly type: "link"; readonly url: string; readonly text: string }
  | { readonly type: "user"; readonly user_id: string }
  | { readonly type: "channel"; readonly channel_id: string }
  | { readonly type: "date"; readonly timestamp: number; readonly format: string; readonly fallback: string };

/** `isCut`: there was more. */
export type Clipped<Content> = { readonly content: Content; readonly isCut: boolean };

/** Inlines with at most so many characters. */
export function renderInlines(text: RichText, most: number): Clipped<readonly RichElement[]> {
  const content: RichElement[] = [];
  let left = most;
  for (const inline of text) {
    for (const element of elementsOf(inline)) {
      if (left <= 0 || content.length >= SLACK_LIMITS.inlines) return { content: [...content, ELLIPSIS], isCut: true };
      const kept = shortenedTo(element, left);
      left -= lengthOf(element);
      content.push(kept);
    }
  }
  return { content, isCut: left < 0 };
}

/** Items of a list, each at least one character long, together at most so many. */
export function renderList(items: readonly RichText[], most: number): Clipped<readonly (readonly RichElement[])[]> {
  const content: (readonly RichElement[])[] = [];
  let left = most;
  for (const item of items) {
    if (left <= 0 || content.length >= SLACK_LIMITS.listItems)
      return { content: [...content, [ELLIPSIS]], isCut: true };
    const rendered = renderInlines(item, left);
    if (rendered.content.length > 0) content.push(rendered.content);
    if (rendered.isCut) return { content, isCut: true };
    left -= rendered.content.reduce((sum, element) => sum + lengthOf(element), 1);
  }
  return { content, isCut: false };
}

/** Code as it is; where it is cut, its last line says how much is missing. */
export function renderCode(code: string, most: number): Clipped<readonly RichElement[]> {
  const text = shown(code).replace(/\n+$/, "");
  if (text.trim() === "") return { content: [], isCut: false };
  if (text.length <= most) return { content: [{ type: "text", text }], isCut: false };
  const head = clipped(text, most - 40);
  const left = text.length - head.length;
  return { content: [{ type: "text", text: `${head}\n… ${left} more characters` }], isCut: true };
}

/** As clocks show it where it is read: "today at 10:13". {@link https://docs.slack.dev/messaging/formatting-message-text#date-formatting} */
export const TIME_FORMAT = "{date_short_pretty} at {time}";

const ELLIPSIS: RichElement = { type: "text", text: "…" };

function elementsOf(inline: Inline): readonly RichElement[] {
  switch (inline.kind) {
    case "plain":
      return run(inline.text);
    case "strong":
      return run(inline.text, { bold: true });
    case "code":
      return run(inline.text, { code: true });
    case "link":
      return link(inline);
    case "time":
      return [{ type: "date", timestamp: Math.floor(inline.at / 1_000), format: TIME_FORMAT, fallback: inline.text }];
    case "channel":
      return isChannelId(inline.channel) ? [{ type: "channel", channel_id: inline.channel }] : run(inline.name);
    case "mention":
      return isUserId(inline.user) ? [{ type: "user", user_id: inline.user }] : run(`@${inline.name}`);
  }
  return assertNever(inline);
}

function run(written: string, style?: { readonly bold?: true; readonly code?: true }): readonly RichElement[] {
  const visible = shown(written);
  if (visible === "") return [];
  return [style === undefined ? { type: "text", text: visible } : { type: "text", text: visible, style }];
}

function link(inline: Extract<Inline, { kind: "link" }>): readonly RichElement[] {
  const target = linkOf(inline.url, inline.text);
  if (target === undefined) return run(inline.text);
  return [{ type: "link", url: target.url, text: clipped(target.text, 300) }, ...run(target.host)];
}

function shortenedTo(element: RichElement, most: number): RichElement {
  return element.type === "text" ? { ...element, text: clipped(element.text, most) } : element;
}

function lengthOf(element: RichElement): number {
  if (element.type === "date") return element.fallback.length;
  if (element.type === "channel") return element.channel_id.length;
  return element.type === "user" ? element.user_id.length : element.text.length;
}
