/** What to do with a file, judged by the end of its name. */
export type FileType = "document" | "csv" | "json" | "archive" | "other";

/** Names without an ending and with unknown ones are not opened: pictures and programs are no knowledge. */
export function fileType(name: string): FileType {
  const lower = name.toLowerCase();
  if (/\.(?:zip|tar|tgz|txz|gz|xz)$/.test(lower)) return "archive";
  if (/\.(?:csv|tsv)$/.test(lower)) return "csv";
  if (/\.(?:json|jsonl|ndjson)$/.test(lower)) return "json";
  return /\.(?:txt|text|asc|md|markdown|mdown|htm|html|xhtml|shtml)$/.test(lower) ? "document" : "other";
}

/** Why a file of no known type is left alone, and what makes it readable where something does. */
export function whyOther(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return WAYS_OUT.find(({ endings }) => endings.has(ending))?.why ?? "not a kind of file that holds articles";
}

const WAYS_OUT: readonly { readonly endings: ReadonlySet<string>; readonly why: string }[] = [
  { endings: new Set(["pdf"]), why: "PDF: save it as HTML or text first" },
  {
    endings: new Set(["doc", "docx", "odt", "rtf", "pages", "one"]),
    why: "written in a word processor: save it as HTML or Markdown first",
  },
  { endings: new Set(["xls", "xlsx", "ods"]), why: "spreadsheet: save it as CSV first" },
  { endings: new Set(["bz2", "tbz", "zst", "7z", "rar"]), why: "packed in another way: pack it as .zip or .tar.gz" },
  {
    endings: new Set(["rst", "adoc", "asciidoc", "org", "textile", "mediawiki", "wiki", "tex"]),
    why: "markup that is not read: convert it to Markdown first, with pandoc for instance",
  },
  { endings: new Set(["xml"]), why: "XML: export it as HTML, CSV or JSON" },
  { endings: new Set(["eml", "msg", "mht", "mhtml"]), why: "mail or web archive: save it as HTML or text first" },
];
