import { assertNever } from "../../src/core/brand.ts";
import { cutAt } from "../../src/core/view/rich.ts";
import type { Inline, RichText } from "../../src/core/view/view.ts";
import { isChannelId, isUserId, linkOf } from "./links.ts";
import { type Clipped, TIME_FORMAT } from "./render-rich.ts";
import { clipped, escaped, shown } from "./text.ts";

/** Inlines in Slack's own markup, at most so many characters of it; no mark is ever cut in two. */
export function renderText(text: RichText, most: number): Clipped<string> {
  let content = "";
  for (const inline of text) {
    const room = most - content.length - 1;
    const part = renderInline(inline);
    if (part.length > room) return { content: `${content}${partOf(inline, room)}…`, isCut: true };
    content += part;
  }
  return { content, isCut: false };
}

function renderInline(inline: Inline): string {
  switch (inline.kind) {
    case "plain":
      return escaped(shown(inline.text));
    case "strong":
      return around("*", shown(inline.text).replaceAll(/\s*\n\s*/g, " "));
    case "code":
      return around("`", shown(inline.text).replaceAll("`", "'").replaceAll("\n", " "));
    case "link":
      return renderLink(inline);
    case "time":
      return `<!date^${Math.floor(inline.at / 1_000)}^${TIME_FORMAT}|${escaped(inline.text)}>`;
    case "channel":
      return isChannelId(inline.channel) ? `<#${inline.channel}>` : escaped(shown(inline.name));
    case "mention":
      return isUserId(inline.user) ? `<@${inline.user}>` : escaped(shown(`@${inline.name}`));
  }
  return assertNever(inline);
}

/** A sign next to a blank is no markup to Slack, and the same sign inside would end it early. */
function around(sign: string, text: string): string {
  const inner = text.replaceAll(sign, "");
  const core = inner.trim();
  const start = inner.length - inner.trimStart().length;
  if (core === "") return escaped(text);
  return `${inner.slice(0, start)}${sign}${escaped(core)}${sign}${inner.slice(start + core.length)}`;
}

function renderLink({ text, url }: Extract<Inline, { kind: "link" }>): string {
  const target = linkOf(url, text);
  if (target === undefined) return escaped(shown(text));
  const address = escaped(target.url).replaceAll("|", "%7C");
  return `<${address}|${escaped(clipped(target.text, 300)).replaceAll(/[|\n]/g, " ")}>${escaped(target.host)}`;
}

/** The longest beginning of plain words that fits; marked-up words are left out rather than broken. */
function partOf(inline: Inline, room: number): string {
  if (inline.kind !== "plain") return "";
  const text = shown(inline.text);
  let [fits, over] = [0, text.length + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (escaped(text.slice(0, middle)).length <= room) fits = middle;
    else over = middle;
  }
  return escaped(text.slice(0, cutAt(text, fits)));
}
