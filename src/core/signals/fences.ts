import { lineEnd } from "./lines.ts";
import type { Span } from "./signal.ts";

/** A code fence: three back-ticks, what stands between, three back-ticks. */
export type Fence = { readonly span: Span; readonly content: Span };

/** The code fences of a text. One that nobody closed runs to the end: people forget, and paste on. */
export function fencesOf(text: string): readonly Fence[] {
  const out: Fence[] = [];
  let at = text.indexOf(TICKS);
  while (at >= 0) {
    const open = pastTicks(text, at);
    const close = text.indexOf(TICKS, open);
    const end = close < 0 ? text.length : pastTicks(text, close);
    out.push({
      span: { start: at, end },
      content: { start: contentStart(text, open), end: close < 0 ? text.length : close },
    });
    at = text.indexOf(TICKS, end);
  }
  return out.filter((fence) => fence.content.start <= fence.content.end);
}

const TICKS = "```";

function pastTicks(text: string, from: number): number {
  let at = from;
  while (text[at] === "`") at += 1;
  return at;
}

/** A word right after the back-ticks and alone on its line is the language, as in "```xml". */
function contentStart(text: string, open: number): number {
  const end = lineEnd(text, open, Math.min(text.length, open + 24));
  return text[end] === "\n" && LANGUAGE.test(text.slice(open, end)) ? end : open;
}

const LANGUAGE = /^[a-z][\w+#-]{0,15}$/i;
