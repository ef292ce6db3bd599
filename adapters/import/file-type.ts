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
