import type { Namesake, NamesakesParsed } from "../../src/core/kb/namesakes.ts";

export type NamesakesToCheck = {
  /** As it is shown. */
  readonly file: string;
  /** Undefined where there is no such file. */
  readonly parsed: NamesakesParsed | undefined;
  /** As what a text is taken. */
  readonly recognise: (text: string) => Namesake | undefined;
  readonly write: (line: string) => void;
};

/** Writes every problem of a knowledge base's namesakes. The exit code is 1 when there is an error. */
export function checkNamesakes({ file, parsed, recognise, write }: NamesakesToCheck): 0 | 1 {
  if (parsed === undefined) return 0;
  const problems =
    parsed.kind === "unusable"
      ? [`Cannot use it: ${parsed.why}. See kb/README.md.`]
      : missed(parsed.namesakes, recognise);
  for (const problem of problems) write(`${file}:1: error: ${problem}`);
  return problems.length > 0 ? 1 : 0;
}

function missed(namesakes: readonly Namesake[], recognise: NamesakesToCheck["recognise"]): readonly string[] {
  return namesakes.flatMap(({ name, samples }) =>
    samples
      .filter((sample) => recognise(sample)?.name !== name)
      .map((sample) => {
        const instead = recognise(sample)?.name ?? "nothing of the kind";
        return `Cannot tell ${name} by its sample "${sample.slice(0, 60)}": it is taken for ${instead}. Add a source, a code or words, or correct the sample.`;
      }),
  );
}
