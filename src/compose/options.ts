/** What stands on the command line: the knowledge bases and the model that were named, and the other words. */
export type Options = {
  readonly words: readonly string[];
  readonly wishes: readonly string[];
  /** The file of a model; empty where the option stands there without one. */
  readonly model: string | undefined;
};

/** Takes `--kb DIR`, as often as it stands there, and `--model FILE` out. */
export function optionsOf(args: readonly string[]): Options {
  const model = args.includes("--model") ? (valuesOf(args, "--model").at(-1) ?? "") : undefined;
  return { words: wordsOf(args), wishes: valuesOf(args, "--kb"), model };
}

/** What is neither one of these options nor what follows it. */
export function wordsOf(args: readonly string[]): readonly string[] {
  return args.filter((word, place) => !isOption(word) && !isOption(args[place - 1]));
}

function isOption(word: string | undefined): boolean {
  return word === "--kb" || word === "--model";
}

/** What follows each mention of an option. */
export function valuesOf(args: readonly string[], option: string): readonly string[] {
  return args.flatMap((word, place) => (word === option ? args.slice(place + 1, place + 2) : []));
}

/** Says something on standard error; the exit code is 1. */
export function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

export function write(text: string): void {
  process.stdout.write(text);
}

export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says what went wrong and was survived. */
export function warn(problem: string): void {
  process.stderr.write(`${new Date().toISOString()} ${problem}\n`);
}
