/**
 * The longest stretch of letters that every text this pattern matches must have, folded by `foldForLiterals`; undefined
 * where none can be told. What is not understood ends a stretch or gives up: to find none costs time, a wrong one a match.
 */
export function requiredLiteral(pattern: string): string | undefined {
  if (UNREADABLE.test(pattern)) return undefined;
  const scan: Scan = { letters: [], longest: "", depth: 0 };
  for (const [token] of pattern.matchAll(TOKEN)) if (read(scan, token) === "either-or") return undefined;
  end(scan);
  return scan.depth === 0 && scan.longest.length >= SHORTEST ? scan.longest : undefined;
}

/** Text as required literals are looked up in it: what the engine takes for one letter without regard to case is one. */
export function foldForLiterals(text: string): string {
  return text.toLowerCase().replaceAll("ſ", "s");
}

/** Shorter ones stand in every text. */
export const SHORTEST = 3;

/** Quoted stretches, and escapes that spell a letter or a class in more than one sign. */
const UNREADABLE = /\\(?:\P{ASCII}|[A-Za-z0-9](?<!\\[dDsSwWbBAz]))/u;

/** An escape, a class of letters, a quantifier, a group's beginning with its flags, or one sign. */
const TOKEN = /\\.|\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|\((?:\?[A-Za-z-]*[:)])?|./gsu;

type Scan = { letters: string[]; longest: string; depth: number };

function read(scan: Scan, token: string): "either-or" | undefined {
  if (token.startsWith("(")) return open(scan, token);
  if (token === ")") return void scan.depth--;
  if (scan.depth > 0) return undefined;
  if (token === "|") return "either-or";
  if (token === "*" || token === "?" || /^\{\d/.test(token)) scan.letters.pop();
  const letter = letterOf(token);
  if (letter === undefined) end(scan);
  else scan.letters.push(letter);
  return undefined;
}

/** A group may stand for anything; flags alone, such as `(?i)`, are no group. */
function open(scan: Scan, token: string): undefined {
  if (scan.depth === 0) end(scan);
  if (!token.endsWith(")")) scan.depth++;
}

/** The letter a token stands for, where its upper and lower case are told apart in one way only. */
function letterOf(token: string): string | undefined {
  const letter = /^\\[^A-Za-z0-9]/.test(token) ? token.slice(1) : token;
  if (token.length > 2 || (token === letter && SPECIAL.test(token))) return undefined;
  const isSimple = /^\p{ASCII}$/u.test(letter) || letter.toLowerCase() === letter.toUpperCase();
  return isSimple && !letter.startsWith("\\") ? letter.toLowerCase() : undefined;
}

const SPECIAL = /^[.^$*+?{}[\]]$/;

function end(scan: Scan): void {
  const found = scan.letters.join("");
  if (found.length > scan.longest.length) scan.longest = found;
  scan.letters = [];
}
