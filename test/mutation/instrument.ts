import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** One small mistake that could have been made. */
export type Mutant = {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly was: string;
  readonly became: string;
};

/** Files with all their mutants inside, asleep until one is named as active. */
export type Instrumented = { readonly code: ReadonlyMap<string, string>; readonly mutants: readonly Mutant[] };

/** @param files paths from the root. */
export async function instrument(root: string, files: readonly string[]): Promise<Instrumented> {
  const sources = files.map((file) => {
    const name = resolve(root, file);
    return { name, content: readFileSync(name, "utf8"), mutate: true };
  });
  const options = { plugins: null, ignorers: [], excludedMutations: [] };
  const made = await new Instrumenter(SILENT).instrument(sources, options);
  const contents = new Map(sources.map(({ name, content }) => [name, content]));
  return {
    code: new Map(made.files.map(({ name, content }) => [name, content])),
    mutants: made.mutants.map((one) => described(one, root, contents.get(one.fileName) ?? "")),
  };
}

type Made = Awaited<ReturnType<Instrumenter["instrument"]>>["mutants"][number];

function described(made: Made, root: string, source: string): Mutant {
  const { start, end } = made.location;
  const lines = source.split("\n").slice(start.line, end.line + 1);
  const last = lines.length === 1 ? end.column : undefined;
  const was = [lines[0]?.slice(start.column, last), ...lines.slice(1)].join("\n");
  const file = made.fileName.slice(root.length + 1);
  return { id: made.id, file, line: start.line + 1, kind: made.mutatorName, was, became: made.replacement };
}

const nothing = (): void => undefined;
const no = (): boolean => false;

const SILENT = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
