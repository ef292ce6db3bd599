import { expandTabs } from "./archive.ts";
import type { ForeignDocument } from "./document.ts";
import { isoDay } from "./iso-day.ts";
import { readTypewritten } from "./typewritten.ts";

/**
 * Reads the web page of the same archive: Jekyll front matter, a heading, and the text set in by one tab between
 * `{% raw %}` marks, with the fields `Article: Q263718`, `Product(s):` and so on; undefined for any other text.
 */
export function readArchivePage(text: string): ForeignDocument | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const at = lines.findIndex((line) => /^\t? *Article: Q\d{4,7}\s*$/.test(line));
  if (at === -1 || at > MOST_LINES_ABOVE) return undefined;
  const raw = lines.slice(at).filter((line) => !/^\{%.*%\}\s*$/.test(line));
  const typed = raw.map((line) => expandTabs(line.replace(/^\t/, "")));
  const length = typed.findIndex((line) => !FIELD.test(line));
  const fields = new Map(typed.slice(0, length === -1 ? undefined : length).map(readField));
  const id = fields.get("Article") ?? "";
  return readTypewritten(
    "archive-page",
    {
      id,
      title: titleOf(lines.slice(0, at), id),
      modified: isoDay(fields.get("Last Modified") ?? ""),
      product: fields.get("Product(s)") ?? "",
      versions: fields.get("Version(s)") ?? "",
      keywords: [fields.get("Keyword(s)") ?? ""],
    },
    length === -1 ? [] : typed.slice(length),
  );
}

const MOST_LINES_ABOVE = 40;

const FIELD = /^(Article|Product\(s\)|Version\(s\)|Operating System\(s\)|Keyword\(s\)|Last Modified):(.*)$/;

function readField(line: string): readonly [string, string] {
  const [, name = "", value = ""] = FIELD.exec(line) ?? [];
  return [name, value.trim()];
}

/** The heading is the title as people see it; the front matter repeats it with escapes. */
function titleOf(above: readonly string[], id: string): string {
  const heading = above.find((line) => /^#+ /.test(line)) ?? above.find((line) => line.startsWith("title:")) ?? "";
  const bare = heading.replace(/^#+ |^title:\s*"?|"\s*$/g, "").trim();
  return bare.startsWith(`${id}:`) ? bare.slice(id.length + 1).trim() : bare;
}
