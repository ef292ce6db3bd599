#!/usr/bin/env node
/**
 * The composition root: the only file that knows every part. Parts are loaded when a command needs them, so that a
 * single question is answered quickly, and after it is certain that this Node can run them.
 */
import module from "node:module";
import type { Index } from "./core/matching/index.ts";
import type { Article, ArticleId } from "./core/kb/article.ts";

const OLDEST_NODE = 22;

const USAGE = `Usage: kms [WORDS…]

  kms                       talk in the terminal: paste an error and follow its steps
  kms 5389                  answer once: an event id, a code, an error message or a description
  kms explain [--jsonl]     read a text from standard input and show how the verdict comes about;
                            with --jsonl one JSON object a line: {"id", "via", "texts"}
  kms check [DIR]           check every article of a knowledge base
  kms import SOURCE… --into DIR
                            turn other documents into articles; see kms import --help
  kms calibrate [--labelled FILE] [--into FILE] [--seed N]
                            fit the matcher to a knowledge base and show how reliable its confidence is
  kms help, kms --version

Options: --kb DIR           the knowledge base to use (or the variable KMS_KB)
         --via VIA          for explain: command, channel or thread (default: channel)
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  explain: runExplain,
  check: runCheck,
  import: runImport,
  calibrate: runCalibrate,
  help: () => say(USAGE),
  "--help": () => say(USAGE),
  "-h": () => say(USAGE),
  "--version": runVersion,
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE) {
    return fail(
      `Cannot run on Node ${process.versions.node}: version ${OLDEST_NODE} or later is needed. In a checkout, npm start brings its own.`,
    );
  }
  module.enableCompileCache?.();
  process.stdout.on("error", endQuietly);
  const { loadEnvironment } = await import("../adapters/files/environment.ts");
  loadEnvironment(process.env);
  const [first = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return command === undefined ? runAnswer(args) : command(rest);
}

async function runAnswer(args: readonly string[]): Promise<number> {
  const { words, dir } = optionsOf(args);
  const knowledge = await openKnowledge(dir);
  if (typeof knowledge === "string") return fail(knowledge);
  const bot = await terminalConversation(knowledge);
  const { env, stdin, stdout } = process;
  if (words.length === 0) {
    const { runTerminal } = await import("../adapters/terminal/index.ts");
    const isTTY = stdin.isTTY === true && stdout.isTTY === true;
    return runTerminal({ input: stdin, output: stdout, isTTY, columns: () => stdout.columns, env, conversation: bot });
  }
  const [{ answer }, { personAt }, { render }, { screenWidth }, { wantsColour }] = await Promise.all([
    import("../adapters/commands/answer.ts"),
    import("../adapters/terminal/ref.ts"),
    import("../adapters/terminal/render.ts"),
    import("../adapters/terminal/screen.ts"),
    import("../adapters/terminal/style.ts"),
  ]);
  const screen = {
    columns: screenWidth(stdout.columns),
    isColoured: wantsColour(stdout.isTTY === true, env),
    buttons: { kind: "commands" },
  } as const;
  return answer({ words, conversation: bot, by: personAt(env), show: (view) => render(view, screen), output: stdout });
}

async function terminalConversation({
  index,
  articles,
}: Knowledge): Promise<import("./app/conversation.ts").Conversation> {
  const [{ conversation }, { inMemoryCases }, { instant }, { readSignals }, { decide }] = await Promise.all([
    import("./app/conversation.ts"),
    import("./app/in-memory-cases.ts"),
    import("./core/resolution/responder.ts"),
    import("./core/signals/read.ts"),
    import("./core/matching/decide.ts"),
  ]);
  const clock = { now: () => instant(Date.now()) };
  return conversation({
    clock,
    articles,
    read: readSignals,
    decide: (inquiry) => decide(index, inquiry),
    cases: inMemoryCases(),
    prefix: "",
  });
}

async function runExplain(args: readonly string[]): Promise<number> {
  const { words, dir } = optionsOf(args);
  const knowledge = await openKnowledge(dir);
  if (typeof knowledge === "string") return fail(knowledge);
  const [{ explain, explainLines }, { readSignals }, { assess, decide }, { evidenceText }, { textOf }] =
    await Promise.all([
      import("../adapters/commands/explain.ts"),
      import("./core/signals/read.ts"),
      import("./core/matching/decide.ts"),
      import("./core/view/evidence-text.ts"),
      import("./core/view/rich.ts"),
    ]);
  const { index } = knowledge;
  const tools = {
    read: readSignals,
    decide: (inquiry: Parameters<typeof decide>[1]) => decide(index, inquiry),
    assess: (inquiry: Parameters<typeof assess>[1]) => assess(index, inquiry),
    evidenceText: (evidence: Parameters<typeof evidenceText>[0]) => textOf(evidenceText(evidence)),
    input: process.stdin,
    write: (text: string) => void process.stdout.write(text),
  };
  if (words.includes("--jsonl")) return explainLines(tools);
  const via = words[words.indexOf("--via") + 1];
  return explain(tools, via === "command" || via === "thread" ? via : "channel");
}

async function runCheck(args: readonly string[]): Promise<number> {
  const { words, dir } = optionsOf(args);
  const [{ check }, { readArticleFiles }, { finderFor }] = await Promise.all([
    import("../adapters/commands/check.ts"),
    import("../adapters/files/read-article-files.ts"),
    import("./core/matching/finder.ts"),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  return check({
    dir: words[0] ?? (await knowledgeFolder(dir)),
    read: readArticleFiles,
    write: (line) => void process.stdout.write(`${line}\n`),
    today,
    find: finderFor,
  });
}

async function runImport(args: readonly string[]): Promise<number> {
  const { importCommand } = await import("../adapters/import/import-command.ts");
  return importCommand(args, process);
}

async function runCalibrate(args: readonly string[]): Promise<number> {
  const { dir } = optionsOf(args);
  const [{ calibrate }, { loadKnowledgeBase }, { readSignals }] = await Promise.all([
    import("../adapters/commands/calibrate.ts"),
    import("../adapters/files/load-knowledge-base.ts"),
    import("./core/signals/read.ts"),
  ]);
  const loaded = loadKnowledgeBase(await knowledgeFolder(dir));
  if (loaded.kind === "unreadable") return fail(loaded.message);
  return calibrate({
    articles: loaded.articles,
    labelled: valuesOf(args, "--labelled"),
    seed: Number(valuesOf(args, "--seed")[0] ?? 1),
    into: valuesOf(args, "--into")[0],
    read: readSignals,
    write: (text) => void process.stdout.write(text),
  });
}

async function runVersion(): Promise<number> {
  const { ownVersion } = await import("../adapters/files/knowledge-folder.ts");
  return say(`${ownVersion(import.meta.dirname)}\n`);
}

/** A knowledge base, ready to be asked. */
type Knowledge = { readonly index: Index; readonly articles: ReadonlyMap<ArticleId, Article> };

/** The knowledge base in this folder, or a sentence on why there is none. */
async function openKnowledge(dir: string | undefined): Promise<Knowledge | string> {
  const [{ loadKnowledgeBase }, { indexArticles }] = await Promise.all([
    import("../adapters/files/load-knowledge-base.ts"),
    import("./core/matching/index.ts"),
  ]);
  const folder = await knowledgeFolder(dir);
  const loaded = loadKnowledgeBase(folder);
  if (loaded.kind === "unreadable") return loaded.message;
  const errors = loaded.problems.filter(({ severity }) => severity === "error");
  for (const { file, line, message } of errors.slice(0, 5)) process.stderr.write(`${file}:${line}: ${message}\n`);
  if (errors.length > 0)
    process.stderr.write(`${errors.length} problems in ${folder}: say kms check to see them all.\n`);
  return {
    index: indexArticles(loaded.articles),
    articles: new Map(loaded.articles.map((article) => [article.id, article])),
  };
}

async function knowledgeFolder(dir: string | undefined): Promise<string> {
  const { ownKnowledgeFolder } = await import("../adapters/files/knowledge-folder.ts");
  return dir ?? process.env["KMS_KB"] ?? ownKnowledgeFolder(import.meta.dirname);
}

/** The words that are left when `--kb DIR` is taken out. */
function optionsOf(args: readonly string[]): { readonly words: readonly string[]; readonly dir: string | undefined } {
  const at = args.indexOf("--kb");
  return at < 0 ? { words: args, dir: undefined } : { words: args.toSpliced(at, 2), dir: args[at + 1] };
}

/** What follows each mention of an option. */
function valuesOf(args: readonly string[], option: string): readonly string[] {
  return args.flatMap((word, place) => (word === option ? args.slice(place + 1, place + 2) : []));
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

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
