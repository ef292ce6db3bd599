/** A part of a command or message that varies, written `<path to the database>`. */
const PLACEHOLDER = /<([A-Za-z][^<>\n]*)>/g;

/** The placeholders of a command or message, without their brackets, each once, in order of appearance. */
export function placeholdersOf(text: string): readonly string[] {
  if (!text.includes("<")) return [];
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? ""))];
}

/** Why a placeholder would not be recognised as one, in words for its author; undefined when all is well. */
export function placeholderFault(text: string): string | undefined {
  if (!text.includes("<")) return undefined;
  if (text.includes("<>")) return "`<>` names nothing. Write what goes there, such as <path>";
  const padded = /<[ \t]+[A-Za-z][^<>\n]*>|<[A-Za-z][^<>\n]*[ \t]>/.exec(text)?.[0];
  if (padded !== undefined)
    return `\`${padded}\` has spaces inside its brackets. Write <${padded.slice(1, -1).trim()}>`;
  const open = /<[A-Za-z][^<>\n]*(?=<|\n|$)/.exec(text)?.[0];
  if (open === undefined) return undefined;
  return `\`${shorten(open)}\` is never closed. Close it with >, or put a space after < if it is a redirection`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
