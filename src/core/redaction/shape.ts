/** A stretch of text that gives a secret away: UTF-16 offsets, the end excluded. */
export type Finding = { readonly start: number; readonly end: number };

/** A kind of secret and how it is recognised. */
export type Shape = {
  /** Names the shape in reports and in the bench; unique. */
  readonly name: string;
  /** What stands in its place: `[password removed]`. */
  readonly says: string;
  readonly find: (text: string) => Iterable<Finding>;
  /** Its length is fixed, so that it can be put together again where a line break tore it. */
  readonly wraps: boolean;
};

/** What was found, and the text around it. */
export type Found = { readonly value: string; readonly text: string; readonly start: number; readonly end: number };

/** The part of a value that is the secret; empty where there is none. It is a piece of the value. */
export type Take = (found: Found) => string;

type Options = { readonly take?: Take; readonly wraps?: boolean };

/**
 * A shape by a regular expression. The first group that took part is the secret, or else the whole match. Expressions
 * bound every repetition that can fail, so that the time stays proportional to the text.
 */
export function byPattern(name: string, says: string, pattern: RegExp, options: Options = {}): Shape {
  const flags = [...new Set([...pattern.flags, "g", "d"])].join("");
  const find = (text: string) => findings(text, new RegExp(pattern.source, flags), options.take);
  return { name, says, find, wraps: options.wraps ?? false };
}

function* findings(text: string, pattern: RegExp, take: Take | undefined): Iterable<Finding> {
  for (const { indices } of text.matchAll(pattern)) {
    const [start, end] = indices?.slice(1).find((group) => group !== undefined) ?? indices?.[0] ?? [0, 0];
    const value = text.slice(start, end);
    const secret = take === undefined ? value : take({ value, text, start, end });
    const from = start + value.indexOf(secret);
    if (secret !== "") yield { start: from, end: from + secret.length };
  }
}
