/**
 * Takes the `>` off quotations. What people quote in a runbook is what a program said, so it becomes a listing of its own; a
 * note or warning in the form of GitHub (`> [!WARNING]`) or of words (`> **Note**`) is a paragraph.
 */
export function setOffQuotes(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const quote = quoteAt(lines, at);
    if (quote.length === 0) out.push(lines[at]!);
    else out.push("", ...setOff(quote), "");
    at += Math.max(1, quote.length);
  }
  return out;
}

function quoteAt(lines: readonly string[], from: number): readonly string[] {
  const end = lines.findIndex((line, at) => at >= from && !QUOTED.test(line));
  return lines.slice(from, end < 0 ? undefined : end).map((line) => line.replace(QUOTED, ""));
}

const QUOTED = /^ {0,3}> ?/;

function setOff(quote: readonly string[]): readonly string[] {
  const [first = "", ...rest] = quote;
  if (MARK.test(first)) return rest;
  if (NOTE.test(first) || quote.some((line) => FENCE.test(line))) return quote;
  return ["```", ...quote, "```"];
}

const MARK = /^\[!\w{3,12}\]\s*$/;

const NOTE = /^[*_:]{0,3}\s?(?:note|warning|tip|caution|important|info|attention|hinweis|achtung|warnung)\b/i;

const FENCE = /^\s*(?:```|~~~)/;
