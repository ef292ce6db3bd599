import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { BenchError } from "./bench-error.ts";

/** What was said on the command line. */
export function readOptions<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message.split(". ")[0]! : String(error));
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw wrong(`--${name} is missing`);
  return value;
}

/** A whole number of at least 1, or `otherwise` where nothing was said. */
export function countOf<D>(value: string | undefined, name: string, otherwise: D): number | D {
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(value)) throw wrong(`--${name} is "${value}", which is no whole number of at least 1`);
  return Number(value);
}

export function wrong(fact: string): BenchError {
  return new BenchError(`Cannot run the bench: ${fact}. Say npm run bench without a command to see its options.`, 2);
}
