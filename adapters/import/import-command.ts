import { readFile, stat, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { importKnowledge } from "./import-knowledge.ts";
import { SourceError } from "./item.ts";
import { progressBar } from "./progress.ts";
import { type ImportReport, reportText } from "./report.ts";

/** What the command needs of the process. `process` itself fits. */
export type ImportIo = {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly once: (signal: "SIGINT", listener: () => void) => unknown;
  readonly off: (signal: "SIGINT", listener: () => void) => unknown;
};

const USAGE = `Usage: kms import SOURCE… --into DIR [options]

Turns foreign knowledge-base documents into articles. SOURCE is a file, a folder, a pattern, or an archive (.zip, .tar,
.tar.gz, .tar.xz) of text, Markdown or HTML pages; or an export as .csv, .json or .jsonl (ServiceNow, Confluence).

  --into DIR       the folder to write to; an article with the id Q274321 becomes DIR/Q274/Q274321.md
  --exclude FILE   leave out the articles whose ids FILE lists, one a line
  --only FILE      take nothing but the articles whose ids FILE lists, one a line
  --dry-run        say what would be written, and write nothing
  --report FILE    also write the report as JSON
  --help           show this
`;

/** Exit codes: 0 all was read · 1 some source was not · 2 the command line is wrong · 130 stopped by Ctrl-C. */
export async function importCommand(args: readonly string[], io: ImportIo): Promise<number> {
  const asked = readArgs(args);
  if (asked.kind === "help") return say(io.stdout, USAGE, 0);
  if (asked.kind === "wrong") return say(io.stderr, `${asked.why}\n`, 2);
  try {
    return await runImport(asked.wish, io);
  } catch (error) {
    if (error instanceof SourceError) return say(io.stderr, `${error.message}\n`, 1);
    if (error instanceof Error && "syscall" in error) {
      return say(
        io.stderr,
        `Cannot import: ${error.message}. Check that the path exists and may be read or written.\n`,
        1,
      );
    }
    throw error;
  }
}

type Wish = {
  readonly sources: readonly string[];
  readonly into: string;
  readonly exclude: string | undefined;
  readonly only: string | undefined;
  readonly report: string | undefined;
  readonly dryRun: boolean;
};

type Asked =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly why: string }
  | { readonly kind: "import"; readonly wish: Wish };

function readArgs(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { into, exclude, only, report, help, "dry-run": dryRun } = values;
    if (help === true) return { kind: "help" };
    if (positionals.length === 0)
      return wrong("no source is named. Write the file, folder or archive to read after `kms import`");
    if (into === undefined || into === "")
      return wrong("it is not said where to. Add `--into DIR` with the folder for the articles");
    return { kind: "import", wish: { sources: positionals, into, exclude, only, report, dryRun: dryRun === true } };
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message.split(". ")[0] : String(error)}. See \`kms import --help\``);
  }
}

const OPTIONS = {
  into: { type: "string" },
  exclude: { type: "string" },
  only: { type: "string" },
  report: { type: "string" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function wrong(why: string): Asked {
  return { kind: "wrong", why: `Cannot import: ${why}.` };
}

async function runImport(wish: Wish, io: ImportIo): Promise<number> {
  const selection = {
    exclude: await readIds(wish.exclude),
    only: wish.only === undefined ? undefined : await readIds(wish.only),
  };
  await checkFolder(wish.into);
  const stop = new AbortController();
  const onStop = () => stop.abort();
  io.once("SIGINT", onStop);
  const screen = {
    write: (text: string) => io.stderr.write(text),
    isTTY: io.stderr.isTTY === true,
    columns: io.stderr.columns ?? 80,
  };
  const bar = progressBar(screen, () => performance.now());
  try {
    const plan = {
      sources: wish.sources,
      folder: wish.into,
      selection,
      dryRun: wish.dryRun,
      signal: stop.signal,
      onProgress: bar.show,
    };
    const report = await importKnowledge(plan);
    bar.end();
    return await conclude(report, wish, io);
  } finally {
    bar.end();
    io.off("SIGINT", onStop);
  }
}

/** Ids are compared without regard to case. */
async function readIds(path: string | undefined): Promise<ReadonlySet<string>> {
  if (path === undefined) return new Set();
  const text = await readFile(path, "utf8").catch(() => {
    throw new SourceError(`Cannot read the list ${path}: there is no such file. Write one id a line, such as Q274321.`);
  });
  return new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim().toLowerCase())
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
}

async function checkFolder(folder: string): Promise<void> {
  const about = await stat(folder).catch(() => undefined);
  if (about !== undefined && !about.isDirectory())
    throw new SourceError(
      `Cannot import into ${folder}: it is a file. Name a folder; it is made when it does not exist.`,
    );
}

async function conclude(report: ImportReport, wish: Wish, io: ImportIo): Promise<number> {
  io.stdout.write(`${reportText(report, wish.into)}\n`);
  if (wish.report !== undefined) await writeFile(wish.report, `${JSON.stringify(report, null, 2)}\n`);
  if (!report.stopped) return report.problems.length > 0 ? 1 : 0;
  return say(
    io.stderr,
    "Stopped by Ctrl-C. Every article in the folder is whole; run the same command again to go on.\n",
    130,
  );
}

function say(to: { readonly write: (text: string) => unknown }, text: string, code: number): number {
  to.write(text);
  return code;
}
