#!/usr/bin/env node
/**
 * Where the program begins. What it is put together from stands in `compose/`, and is loaded only when a command needs
 * it and it is certain that this Node can run it.
 */
import module from "node:module";
import { wordsOf } from "./compose/options.ts";

const OLDEST_NODE = 22;

const USAGE = `Usage: kms [WORDS…]

  kms                       talk in the terminal: paste an error and follow its steps;
                            with the variables of Slack or Discord set, serve them instead (see .env.example)
  kms 5389                  answer once: an event id, a code, an error message or a description
  kms talk                  talk in the terminal, whatever is set
  kms search WORDS          find articles by what they are called
  kms explain [TEXT] [--jsonl]
                            show how the verdict on a text comes about, or on what standard input says;
                            with --jsonl one JSON object a line: {"id", "via", "texts"}
  kms check [DIR…] [--all]  check every article of knowledge bases; of many alike problems it shows some, or all
  kms import SOURCE… --into DIR
                            turn other documents into articles; see kms import --help
  kms calibrate [--labelled FILE] [--into FILE] [--seed N]
                            fit a model to the knowledge base, and compare it with the one that comes with kms
  kms oncall [--at TIME]    say who is on call, and until when (oncall.yaml, or the variable KMS_ONCALL)
  kms case list [--all]     list the cases that are kept, the open ones first, with their ids
  kms case export ID [--json]
                            write the timeline of a case for a post-mortem, as Markdown or JSON
  kms misses [--json]       list the errors that no article was about, and what people said about the articles
  kms help, kms --version

Options: --kb DIR           the knowledge base to use (or the variable KMS_KB); again for another one,
                            written name=DIR or name=DIR?weight=2
         --model FILE       match with a model that kms calibrate --into wrote (or the variable KMS_MODEL)
         --via VIA          for explain: command, channel or thread (default: command for TEXT, else channel)
`;

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  talk: async (args) => (await import("./compose/talk.ts")).talk(args),
  serve: async (args) => (await import("./compose/serve.ts")).serve(args),
  import: async (args) => (await import("../adapters/import/import-command.ts")).importCommand(args, process),
  explain: tool("explain"),
  search: tool("search"),
  check: tool("check"),
  calibrate: tool("calibrate"),
  oncall: tool("oncall"),
  case: tool("case"),
  misses: tool("misses"),
  help: () => say(USAGE),
  "--help": () => say(USAGE),
  "-h": () => say(USAGE),
  "--version": async () =>
    say(`${(await import("../adapters/files/knowledge-folder.ts")).ownVersion(import.meta.dirname)}\n`),
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE) {
    process.stderr.write(
      `Cannot run on Node ${process.versions.node}: version ${OLDEST_NODE} or later is needed. In a checkout, npm start brings its own.\n`,
    );
    return 1;
  }
  module.enableCompileCache?.();
  process.stdout.on("error", endQuietly);
  const { loadEnvironment } = await import("../adapters/files/environment.ts");
  loadEnvironment(process.env);
  return commandFor(args)(args).catch(sayUnreachable);
}

/** An index that lies in a database may be out of reach; everything else that is thrown was planned by nobody. */
function sayUnreachable(error: unknown): number {
  if (!(error instanceof Error) || error.name !== "IndexUnreachable") throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
}

/** The command that was named; else the words are what is asked. Without words we serve, if there is somebody to serve. */
function commandFor(args: readonly string[]): Command {
  const [first = "", ...rest] = args;
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (named !== undefined) return () => named(rest);
  if (wordsOf(args).length > 0) return async (words) => (await import("./compose/talk.ts")).answerOnce(words);
  return COMMANDS[hasPlatform() ? "serve" : "talk"]!;
}

/** Whether a chat platform is configured. */
function hasPlatform(): boolean {
  return ["SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "DISCORD_TOKEN"].some(
    (name) => (process.env[name] ?? "") !== "",
  );
}

function tool(name: "explain" | "search" | "check" | "calibrate" | "oncall" | "misses" | "case"): Command {
  return async (args) => (await import("./compose/tools.ts")).tools[name](args);
}

async function say(text: string): Promise<number> {
  process.stdout.write(text);
  return 0;
}

/** Whoever read our output has seen enough: `kms explain | head`. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
}
