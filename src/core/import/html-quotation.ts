import { setOffQuotes } from "./set-off-quotes.ts";

/** The lines of a `blockquote`. One paragraph that is quoted is what a program said; anything longer was only set in. */
export function quotation(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line !== "");
  const isSaid = said.length === 1 && PLAIN.test(said[0] ?? "");
  return isSaid ? setOffQuotes(said.map((line) => `> ${line}`)) : lines;
}

/** Neither indented nor a heading, an item or a fence. */
const PLAIN = /^[^\s#`-](?!\d*\. )/;

/** A piece of code in a sentence, in back-ticks; as it is where they would not hold it. */
export function asCode(code: string): string {
  return code.trim() === "" || /[`\n]/.test(code) ? code : `\`${code.trim()}\``;
}
