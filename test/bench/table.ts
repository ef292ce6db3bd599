/** A table of text; the first row is its head. */
export type Table = readonly (readonly string[])[];

export type Writing = "plain" | "markdown";

export function tableText(rows: Table, writing: Writing): string {
  return writing === "markdown" ? markdownTable(rows) : plainTable(rows);
}

function markdownTable([head = [], ...rows]: Table): string {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [markdownRow(head), `|${rule.join("|")}|`, ...rows.map(markdownRow)].join("\n");
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function plainTable(rows: Table): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
