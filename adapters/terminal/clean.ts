import { stripVTControlCharacters } from "node:util";

/** How far a tab goes where nothing has to line up. */
const TAB = "    ";

/**
 * Text that can do nothing to a terminal, and shows all there is: without escape sequences, control characters,
 * and the format characters that turn text around or hide it (bidirectional, zero-width, tags).
 */
export function clean(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}]/gu, "\n")
    .replaceAll("\t", TAB)
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, "");
}

/** The same, in one line. */
export function cleanLine(text: string): string {
  return clean(text).replaceAll(/\s+/g, " ").trim();
}
