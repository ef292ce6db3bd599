/** The mark that opened a code block: the same mark, at least as long, closes it. */
export type Fence = { readonly mark: string; readonly indent: number; readonly language: string };

const OPENING = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;

/** The code block that is open after this line, given the one that was open before it. */
export function fenceAfter(open: Fence | undefined, line: string): Fence | undefined {
  if (open !== undefined) return closes(open, line) ? undefined : open;
  if (!line.includes("```") && !line.includes("~~~")) return undefined;
  const [, indent = "", mark, language = ""] = OPENING.exec(line) ?? [];
  return mark === undefined ? undefined : { mark, indent: indent.length, language };
}

function closes(open: Fence, line: string): boolean {
  const mark = line.trim();
  return mark.startsWith(open.mark) && mark === open.mark.charAt(0).repeat(mark.length);
}
