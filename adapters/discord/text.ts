import { shortened } from "../../src/core/view/rich.ts";

/** No controls, no characters that turn the direction or cannot be seen, no half characters, one kind of line break. */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(UNSEEN, "");
}

/** Controls and what has no shape of its own; line breaks, tabs and the joints of emoji and of some scripts stay. */
const UNSEEN = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]|[\u115F\u1160\u3164\uFFA0]|\u034F/gu;

/** Words on one line for a place without markup that wants at least one character: labels, titles, names of threads. */
export function words(text: string, most: number): string {
  return shortened(plainLine(text), most) || "…";
}

/** Text without markup on one line. */
export function plainLine(text: string): string {
  return shown(text).replaceAll(/\s+/g, " ").trim();
}

/** Tells Discord's parsers nothing, and eyes nothing. */
const NOTHING = "\u200B";

/** Text that is shown as it is: no markup, no mention, no timestamp, no command, no trick of direction. */
export function escaped(text: string): string {
  return shown(text)
    .replaceAll(MARKUP, (piece) => (piece.length > 1 ? piece : `\\${piece}`))
    .replaceAll(LINE_START, String.raw`$1\$2`)
    .replaceAll(ORDERED, String.raw`$1\$2`)
    .replaceAll(PING, `@${NOTHING}`);
}

/** Text on one line. */
export function escapeLine(text: string): string {
  return escaped(onOneLine(shown(text)));
}

/** A span of code: in as many back-ticks as it takes. */
export function codeSpan(text: string): string {
  const line = onOneLine(pingless(shown(text))).replaceAll(/`(?=`)/g, `\`${NOTHING}`);
  if (line.trim() === "") return "";
  if (!line.includes("`")) return `\`${line}\``;
  const [before, after] = [line.startsWith("`") ? " " : "", line.endsWith("`") ? " " : ""];
  return `\`\`${before}${line}${after}\`\``;
}

/** A block of code that nothing inside can end. */
export function codeFence(text: string, language: string): string {
  const body = pingless(shown(text))
    .replaceAll(/`(?=`)/g, `\`${NOTHING}`)
    .replace(/`$/, `\`${NOTHING}`);
  const name = /^[a-z0-9+-]{1,20}$/i.test(language) ? language : "";
  return `\`\`\`${name}\n${body}\n\`\`\``;
}

/** Code is copied, so only what can be nothing but a mention is changed in it. */
function pingless(code: string): string {
  return code.replaceAll(/@(?=everyone|here)|(?<=<)@(?=[!&]?\d)/gi, `@${NOTHING}`);
}

/** A sign that means something, or a web address, in which such signs mean nothing. */
const MARKUP = /[\\*_~`|[\]<>]|\bhttps?:\/\/[\w\-./?=&%#+~:]+/gi;

/** Headings, small print, lists; quotes are escaped already. */
const LINE_START = /^([^\S\n]*)([#+-])/gm;

/** What would address somebody; at the end of a piece, the next piece might. */
const PING = /@(?=everyone|here|[!&]?\d|$)/gi;

const ORDERED = /^([^\S\n]*\d+)([.)])/gm;

/** In time that grows with the text alone, however many blanks there are in it. */
function onOneLine(text: string): string {
  const lines = text.split("\n");
  const last = lines.length - 1;
  return lines.map((line, at) => edged(line, at > 0, at < last)).join(" ");
}

/** A line without the blanks on those edges where another one is joined to it. */
function edged(line: string, isJoinedBefore: boolean, isJoinedAfter: boolean): string {
  const begun = isJoinedBefore ? line.trimStart() : line;
  return isJoinedAfter ? begun.trimEnd() : begun;
}
