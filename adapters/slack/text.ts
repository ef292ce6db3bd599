import { cutAt } from "../../src/core/view/rich.ts";

/**
 * Text that shows all there is and hides nothing: no control characters, none that turn text around or cannot be seen.
 * The joiner stays, because emoji are made with it.
 */
export function shown(text: string): string {
  return PRINTABLE.test(text) ? text : text.toWellFormed().replaceAll(NEWLINES, "\n").replaceAll(HIDDEN, "");
}

const PRINTABLE = /^[\n\t\x20-\x7e]*$/;
const NEWLINES = /\r\n?|[\u0085\u2028\u2029]/g;
const HIDDEN = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]|[\u115F\u1160\u3164\uFFA0]|\u034F/gu;

/** At most so many UTF-16 units, with an ellipsis where something is missing; never half a character. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  return most < 1 ? "" : `${text.slice(0, cutAt(text, most - 1))}…`;
}

/** Words for a place where Slack wants at least one character. */
export function words(text: string, most: number): string {
  const line = clipped(shown(text).replaceAll(/\s+/g, " ").trim(), most);
  return line === "" ? "…" : line;
}

/** In mrkdwn these three signs are markup, and mean themselves only so. {@link https://docs.slack.dev/messaging/formatting-message-text} */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export type PlainText = { readonly type: "plain_text"; readonly text: string; readonly emoji: false };

/** No markup, no pings, no pictures for `:words:`. */
export function plainText(text: string, most: number): PlainText {
  return { type: "plain_text", text: words(text, most), emoji: false };
}
