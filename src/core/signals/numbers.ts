import type { Signal } from "./signal.ts";

type NumberSignal = Extract<Signal, { kind: "error-number" }>;

/** Numbered messages of tools: `C2661`, `ORA-00942`, `run-time error '429'`, `error 1069`, `rc = 53`. */
export function readNumbers(text: string, asked = false): readonly NumberSignal[] {
  const signed = asked
    ? [...text.matchAll(SIGNED)].map((match) => numberAt("error", match[0], match.index, match[0].length))
    : [];
  return [...FAMILIES.flatMap((family) => readFamily(text, family)), ...signed];
}

/** Typed on purpose, a negative number is an error of a database or a library. */
const SIGNED = /(?<![^\s(["'])-\d{2,6}(?![\w-]|[.,:]\d)/g;

type Family = {
  /** Tried only where this is found. */
  readonly hint: RegExp;
  /** Groups: the family (where `name` is absent), the number. */
  readonly form: RegExp;
  readonly name: string | undefined;
};

const FAMILIES: readonly Family[] = [
  {
    hint: /\d{4}/,
    form: /(?<![\w.-])(C|LNK|RC|CVT|BK|CXX|NMAKE|MSB|CS|PRJ|TLB|MIDL|BSC|FOR)(\d{4})(?![\w-])/g,
    name: undefined,
  },
  {
    hint: /error|warning|\[/i,
    form: /\b(?:error|warning|errors|fatal|message)[\s:([]{1,3}([A-Z]{1,8})-?(\d{3,5})(?![\w.-])/g,
    name: undefined,
  },
  {
    hint: /-\d{3}/,
    form: /(?<![\w-])(ORA|TNS|PLS|IMP|EXP|RMAN|LRM|KUP|DRG|SP2|OCI|NNL|NNC|MS|SQL|DB2|JET|ADO|IDS)-(\d{3,5})(?![\w-])/g,
    name: undefined,
  },
  { hint: /ASP/, form: /\b(ASP)[ ]?'?(0\d{3})(?!\w)/g, name: undefined },
  {
    hint: /run/i,
    form: /\brun[- ]?time[- ]error(?: number)?[\s:=#(]{0,3}['"]?(-?\d{1,7})(?![\w])/gi,
    name: "run-time error",
  },
  {
    hint: /error|errno|fehler|erreur|\bmsg\b|errore/i,
    form: /(?<!\w|run[- ]?time[- ])(?:error|errors|errno|fehler|erreur|errore)\b(?:\s?(?:code|number|num|no\.?|nr\.?|is|was|occurred|of|with|returned))?[\s:=#([{"',.]{0,5}(?:status |\()?(-?\d{1,6})(?![\w]|[.,:]\d|%)/gi,
    name: "error",
  },
  {
    hint: /\b(?:rc|return(?:ed)?|result|sqlcode|status|exit|code)\b/i,
    form: /\b(?:rc|return code|returned|result code|sqlcode|exit(?:ed with)? (?:code|status)|reason code|status code)(?: is| was| of)?[\s:=#(]{1,4}['"]?(-?\d{1,6})(?![\w]|[.,:]\d|%)/gi,
    name: "return code",
  },
  { hint: /state/i, form: /\bsql\s?state[\s:=#(]{1,3}['"]?([0-9A-Z]{5})(?!\w)/gi, name: "SQLSTATE" },
];

function readFamily(text: string, family: Family): readonly NumberSignal[] {
  if (!family.hint.test(text)) return [];
  return [...text.matchAll(family.form)].map((match) => {
    const number = match.at(-1) ?? "";
    const start =
      family.name === undefined
        ? match.index + match[0].lastIndexOf(match[1] ?? "")
        : match.index + match[0].lastIndexOf(number);
    const end = match.index + match[0].lastIndexOf(number) + number.length;
    return numberAt(family.name ?? match[1] ?? "error", number, start, end - start);
  });
}

function numberAt(family: string, number: string, start: number, length: number): NumberSignal {
  return { kind: "error-number", family, number, span: { start, end: start + length } };
}
