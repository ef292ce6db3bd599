import type { Form } from "../../src/core/import/document.ts";
import type { Foreman } from "./pool.ts";
import type { Fate, Order, ReadResult } from "./protocol.ts";
import { idBeside } from "./id-beside.ts";
import { type ImportReport, tallies } from "./report.ts";

/** Which ids to take: all but the excluded ones, or only the listed ones. In lower case. */
export type Selection = { readonly only: ReadonlySet<string> | undefined; readonly exclude: ReadonlySet<string> };

/** Keeps count of everything, and decides which of several documents with one id is the article. */
export type Ledger = Foreman & {
  /** Newer documents whose id was taken already: to be written when everything else is done. */
  readonly held: () => readonly Held[];
  readonly settle: (held: Held, fate: Fate) => void;
  readonly problem: (sentence: string) => void;
  readonly report: (how: { readonly stopped: boolean; readonly dryRun: boolean }) => ImportReport;
  /** How many items were read so far. */
  readonly counted: () => number;
};

type Held = { readonly id: string; readonly name: string; readonly text: string };

export function openLedger(selection: Selection): Ledger {
  const books = newBooks();
  return {
    decide: (results) => results.map((result) => decide(books, result, selection)),
    finish: (results, fates) => {
      for (const [at, result] of results.entries()) {
        const fate = fates[at];
        if (result.kind === "article" && fate !== undefined) record(books, result, fate);
      }
    },
    held: () => [...books.held.values()],
    settle: ({ name }, fate) => skip(books, fate.kind === "failed" ? fate.why : "same id as a newer document", name),
    problem: (sentence) => books.problems.push(sentence),
    counted: () => books.counts.read,
    report: (how) => reportOf(books, how),
  };
}

type Books = ReturnType<typeof newBooks>;

function newBooks() {
  return {
    /** The day of the document that has the id, so far; empty where it names none. */
    claims: new Map<string, string>(),
    /** The prints of all that was named by the title that this is the id of. */
    prints: new Map<string, Set<string>>(),
    renamed: new Map<ReadResult, string>(),
    held: new Map<string, Held>(),
    reasons: tallies(),
    remarks: tallies(),
    problems: new Array<string>(),
    forms: new Map<Form, number>(),
    counts: { read: 0, written: 0, unchanged: 0, skipped: 0 },
  };
}

function decide(books: Books, result: ReadResult, selection: Selection): Order {
  books.counts.read += 1;
  const why = result.kind === "left" ? result.why : unwantedBecause(result.id.toLowerCase(), selection);
  if (why !== undefined) return skip(books, why, result.name);
  return result.kind === "left" ? "drop" : claim(books, result);
}

function unwantedBecause(id: string, { only, exclude }: Selection): string | undefined {
  if (exclude.has(id)) return "excluded by --exclude";
  return only === undefined || only.has(id) ? undefined : "not listed in --only";
}

type ReadArticle = Extract<ReadResult, { kind: "article" }>;

/** The newest document counts; of equally new ones the first. Where only the titles are the same, both do. */
function claim(books: Books, result: ReadArticle): Order {
  const { id, name, modified = "" } = result;
  const key = id.toLowerCase();
  const earlier = books.claims.get(key);
  const prints = printsOf(books, result);
  if (earlier !== undefined && prints !== undefined) return claimBeside(books, result, prints);
  prints?.add(result.print ?? "");
  if (earlier !== undefined && modified <= earlier) {
    return skip(books, "same id as a document that is as new or newer", name);
  }
  books.claims.set(key, modified);
  return earlier === undefined ? "write" : "hold";
}

/** Undefined for a document with an id of its own. */
function printsOf({ prints }: Books, { id, print }: ReadArticle): Set<string> | undefined {
  if (print === undefined) return undefined;
  const known = prints.get(id) ?? new Set();
  prints.set(id, known);
  return known;
}

function claimBeside(books: Books, result: ReadArticle, prints: Set<string>): Order {
  const { id, name, print = "", modified = "" } = result;
  if (prints.has(print)) return skip(books, "the same text as an earlier document", name);
  const other = idBeside(id, name, (one) => books.claims.has(one.toLowerCase()));
  prints.add(print);
  books.claims.set(other.toLowerCase(), modified);
  books.renamed.set(result, other);
  return { as: other };
}

function skip(books: Books, why: string, name: string): "drop" {
  books.reasons.add(why, name);
  books.counts.skipped += 1;
  return "drop";
}

function record(books: Books, result: ReadArticle, fate: Fate): void {
  if (fate.kind === "failed") skip(books, fate.why, result.name);
  if (fate.kind === "held")
    books.held.set(result.id.toLowerCase(), { id: result.id, name: result.name, text: fate.text });
  if (fate.kind !== "written" && fate.kind !== "unchanged") return;
  books.counts[fate.kind] += 1;
  books.forms.set(result.form, (books.forms.get(result.form) ?? 0) + 1);
  const renamed = books.renamed.get(result);
  for (const remark of result.remarks) books.remarks.add(remark, renamed ?? result.id);
  if (renamed !== undefined)
    books.remarks.add("the title of another document: called after its folder or numbered", renamed);
}

function reportOf(books: Books, how: { readonly stopped: boolean; readonly dryRun: boolean }): ImportReport {
  return {
    ...books.counts,
    reasons: books.reasons.list(),
    remarks: books.remarks.list(),
    forms: Object.fromEntries(books.forms),
    problems: books.problems,
    ...how,
  };
}
