import type { Form } from "../../src/core/import/document.ts";

/** What an import did: every item it met is counted in exactly one of `written`, `unchanged` and `skipped`. */
export type ImportReport = {
  readonly read: number;
  readonly written: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** By reason, the most frequent first. */
  readonly reasons: readonly Tally[];
  /** What authors should look at, by remark. */
  readonly remarks: readonly Tally[];
  readonly forms: Readonly<Partial<Record<Form, number>>>;
  /** Sources that could not be read to their end: sentences. */
  readonly problems: readonly string[];
  readonly stopped: boolean;
  readonly dryRun: boolean;
};

/** How often something happened, and the first few it happened to. */
type Tally = { readonly what: string; readonly count: number; readonly examples: readonly string[] };

/** Counts things under names. */
export type Tallies = { readonly add: (what: string, example: string) => void; readonly list: () => readonly Tally[] };

export function tallies(): Tallies {
  const counts = new Map<string, { count: number; examples: string[] }>();
  return {
    add: (what, example) => {
      const entry = counts.get(what) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (entry.examples.length < MOST_EXAMPLES) entry.examples.push(example);
      counts.set(what, entry);
    },
    list: () =>
      [...counts]
        .map(([what, { count, examples }]) => ({ what, count, examples }))
        .toSorted((a, b) => b.count - a.count),
  };
}

const MOST_EXAMPLES = 5;

/** The report for people, a few lines. */
export function reportText(report: ImportReport, folder: string): string {
  const verb = report.dryRun ? "would be written" : "written";
  const lines = [
    `${report.read} read: ${report.written} ${verb} to ${folder}, ${report.unchanged} unchanged, ${report.skipped} skipped.`,
    ...report.reasons.map((tally) => `  skipped, ${tallyText(tally)}`),
    ...report.remarks.map((tally) => `  to look at, ${tallyText(tally)}`),
    ...report.problems,
  ];
  return lines.join("\n");
}

function tallyText({ what, count, examples }: Tally): string {
  const more = count > examples.length ? ", …" : "";
  return `${what}: ${count} (${examples.join(", ")}${more})`;
}
