/** `npm run bench -- match | crossval | latency | start | plot | database | redaction`: every figure in docs/benchmarks.md comes from here. */
import { BenchError } from "./bench-error.ts";

const USAGE = `Usage: npm run bench -- COMMAND [options]

  match --kb DIR --queries FILE   how often the right article is found, how fast, in how much memory; ours beside others
        [--exclude FILE]          leave out the articles whose ids FILE lists, one a line
        [--engines kms,minisearch,fts5,flexsearch,fuse] or postgres: ours, its index in the database of DATABASE_URL
        [--limit N]               take every so-manieth query, N in all
        [--errors N]              also print N queries that were answered wrongly
        [--query-limit MS]        a query that takes longer did not finish (default 2000)
        [--engine-limit S]        time for building and all queries of one engine (default 600)
  crossval --kb DIR --queries FILE [--also FILE]
                                  labelled queries, each asked with a model that was fitted to four fifths of them, and to
                                  all of another file
  latency --kb DIR [--queries FILE] [--exclude FILE]
                                  64 KB of hostile text, shape by shape
  start                           a whole process from the shell to the answer, and one warm paste
  plot --kb DIR --queries FILE [--seconds S] [--largest N]
                                  latency and memory from 1,000 to 1,000,000 articles, drawn in docs/scale.svg
  database --kb DIR --queries FILE [--largest N] [--limit N]
                                  the index in memory beside the one in PostgreSQL, at growing sizes; in the database that
                                  DATABASE_URL names, else in a server of its own
  redaction                       secrets recognised, innocent lines touched, time taken

All but the last: --markdown      tables as Markdown
                  --section NAME  and put them into that section of docs/benchmarks.md
`;

type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  match: async (args) => (await import("./match/match.ts")).match(args),
  crossval: async (args) => (await import("./crossval.ts")).crossval(args),
  latency: async (args) => (await import("./latency/latency.ts")).latency(args),
  start: async (args) => (await import("./start.ts")).start(args),
  plot: async (args) => (await import("./scale/plot.ts")).plot(args),
  database: async (args) => (await import("./database/database.ts")).database(args),
  redaction: async () => void (await import("./redaction.ts")),
  /** Not for people: processes that `match` and `plot` start. */
  "engine-process": async () => (await import("./match/engine-process.ts")).serveEngine(),
  "segment-process": async (args) => (await import("./scale/segment-process.ts")).buildInProcess(args),
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    await command(args);
    return 0;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}
