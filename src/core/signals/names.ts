import type { Signal } from "./signal.ts";

type NameSignal = Extract<Signal, { kind: "name" }>;

/** Exceptions by their simple name (`java.lang.OutOfMemoryError` is `OutOfMemoryError`) and constants such as `ERROR_ACCESS_DENIED`. */
export function readNames(text: string): readonly NameSignal[] {
  return [...exceptions(text), ...constants(text)].toSorted((a, b) => a.span.start - b.span.start);
}

function exceptions(text: string): readonly NameSignal[] {
  if (!/Exception|Error|Fault/.test(text)) return [];
  return [...text.matchAll(EXCEPTION)].map((match) => nameAt(match[1] ?? match[0], match.index, match[0].length));
}

const EXCEPTION = /(?<![\w.])(?:[A-Za-z_]\w{0,40}\.){0,10}([A-Z]\w{0,60}[a-z\d](?:Exception|Error|Fault))(?!\w|\.\w)/g;

function constants(text: string): readonly NameSignal[] {
  return [...text.matchAll(CONSTANT)]
    .filter((match) => match[0].length >= 6)
    .map((match) => nameAt(match[0], match.index, match[0].length));
}

/** `MAPI_E_NOT_FOUND`, `JET_errFileNotFound`, `ecLoginFailure`. */
const CONSTANT =
  /(?<![\w%$])(?:[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,40}){1,10}|JET_[a-z]{2,5}[A-Z]\w{2,60}|(?:ec|hr)[A-Z][a-z]\w{3,60})(?![\w%])/g;

function nameAt(name: string, start: number, length: number): NameSignal {
  return { kind: "name", name, span: { start, end: start + length } };
}
