import { RE2JS } from "re2js";
import { canonicalCode } from "../signals/code.ts";
import type { ArticleSignals, EventSignature } from "./article.ts";
import type { FrontMatter } from "./front-matter.ts";
import { placeholderFault } from "./placeholders.ts";
import type { ProblemLog } from "./problem.ts";
import type { Path, Place } from "./read-front-matter.ts";

type Context = { readonly locate: (path: Path) => Place; readonly log: ProblemLog };

/** The signals as the matcher needs them: codes in canonical notation, patterns that compile. */
export function readSignals(written: FrontMatter["signals"], context: Context): ArticleSignals {
  warnOfPlaceholders(written, context);
  reportPatterns(written.patterns, context);
  return {
    events: written.events.map(readEvent),
    codes: readCodes(written.codes, context),
    messages: written.messages,
    names: written.names,
    patterns: written.patterns,
    positions: written.positions,
  };
}

function readEvent({
  id,
  source,
  category,
  level,
  text,
  role,
}: FrontMatter["signals"]["events"][number]): EventSignature {
  return { id, source, category, level, text, role };
}

function readCodes(written: readonly string[], { locate, log }: Context): readonly string[] {
  const codes = written.map((code, index) => {
    const canonical = canonicalCode(code);
    if (canonical !== undefined) return canonical;
    log.error(
      locate(["signals", "codes", index]).line,
      `Cannot read the code "${code.slice(0, 60)}": it is no 32-bit result code. Write it as "0x80070005"; an exception or a constant goes under names.`,
    );
    return code;
  });
  return [...new Set(codes)];
}

function warnOfPlaceholders({ messages, events }: FrontMatter["signals"], context: Context): void {
  for (const [index, message] of messages.entries())
    warnOfPlaceholder(message, ["signals", "messages", index], context);
  for (const [index, { text }] of events.entries()) {
    if (text !== undefined) warnOfPlaceholder(text, ["signals", "events", index, "text"], context);
  }
}

function warnOfPlaceholder(text: string, path: Path, { locate, log }: Context): void {
  const fault = placeholderFault(text);
  if (fault !== undefined) log.warning(locate(path).line, `Cannot read a placeholder of this message: ${fault}.`);
}

function reportPatterns(patterns: readonly string[], { locate, log }: Context): void {
  for (const [index, pattern] of patterns.entries()) {
    const fault = compileFault(pattern);
    if (fault === undefined) continue;
    log.error(
      locate(["signals", "patterns", index]).line,
      `Cannot use the pattern "${pattern.slice(0, 60)}": ${fault}. Write RE2 syntax: no look-around, no back-references.`,
    );
  }
}

/** RE2 runs in linear time and refuses expressions that would grow too large: {@link https://github.com/google/re2/wiki/Syntax} */
function compileFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace("error parsing regexp: ", "") : "it does not compile";
  }
}
