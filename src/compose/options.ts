/** What stands on the command line: the knowledge bases that were named, and the other words. */
export type Options = { readonly words: readonly string[]; readonly wishes: readonly string[] };

/** Takes `--kb DIR` out, as often as it stands there. */
export function optionsOf(args: readonly string[]): Options {
  const isValue = (place: number): boolean => args[place - 1] === "--kb";
  return { words: args.filter((word, place) => word !== "--kb" && !isValue(place)), wishes: valuesOf(args, "--kb") };
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
