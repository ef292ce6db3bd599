import { assertNever } from "../../src/core/brand.ts";
import type { Inline, RichText } from "../../src/core/view/view.ts";
import { codeSpan, escapeLine, escaped, plainLine } from "./text.ts";
import { isSnowflake } from "./ref.ts";

/** A text in Discord's Markdown. `line`: what may not break, such as an item of a list. */
export function renderText(text: RichText, shape: "line" | "block" = "block"): string {
  return text.map((inline) => renderInline(inline, shape === "line" ? escapeLine : escaped)).join("");
}

/** Whom a text addresses: ids of people only. */
export function mentionsIn(text: RichText): readonly string[] {
  return text.flatMap((inline) => (inline.kind === "mention" && isSnowflake(inline.user) ? [inline.user] : []));
}

function renderInline(inline: Inline, escape: (text: string) => string): string {
  switch (inline.kind) {
    case "plain":
      return escape(inline.text);
    case "strong":
      return around("**", escape(inline.text));
    case "code":
      return codeSpan(inline.text);
    case "link":
      return renderLink(inline.text, inline.url, escape);
    case "time":
      return `<t:${Math.floor(inline.at / 1_000)}:R>`;
    case "channel":
      return isSnowflake(inline.channel) ? `<#${inline.channel}>` : escape(inline.name);
    case "mention":
      return isSnowflake(inline.user) ? `<@${inline.user}>` : escape(inline.name);
  }
  return assertNever(inline);
}

/** Marks hug the words: `** bold**` is not bold. */
function around(mark: string, text: string): string {
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  return words === "" ? text : `${text.slice(0, start)}${mark}${words}${mark}${text.slice(start + words.length)}`;
}

/** Whoever reads it is there already. */
const OWN_HOST = "discord.com";

/** The host is shown beside the words, so that nobody is led elsewhere than they think. */
function renderLink(text: string, url: string, escape: (text: string) => string): string {
  const target = webAddress(url);
  if (target === undefined) return escape(text);
  const shown = plainLine(text);
  if (shown === "" || /^https?:/i.test(shown)) return `<${target.href}>`;
  const link = `[${escape(text)}](<${target.href}>)`;
  return target.host === OWN_HOST ? link : `${link} (${escape(target.host)})`;
}

/** Long addresses are refused by Discord's clients. */
const LONGEST_URL = 512;

function webAddress(url: string): { readonly href: string; readonly host: string } | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { href, host, username, password } = new URL(url);
  if (username !== "" || password !== "") return undefined;
  const safe = href.replaceAll(/[<>()[\]\\`*_~|@\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length <= LONGEST_URL ? { href: safe, host } : undefined;
}
