/** A source of repeatable chance: the same seed gives the same values. */
export type Random = {
  /** From 0 to `below`, which is excluded. */
  readonly int: (below: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly text: (alphabet: string, length: number) => string;
};

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(choices: readonly T[]): T => choices[int(choices.length)]!;
  const text = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[int(alphabet.length)]).join("");
  return { int, pick, text };
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
export const DIGITS = "0123456789";
export const HEX = "0123456789abcdef";
export const UPPER = LOWER.toUpperCase();
export const LETTERS = LOWER + UPPER;
export const WORD = LETTERS + DIGITS;
export const BASE64 = `${WORD}+/`;
export const BASE64URL = `${WORD}-_`;
export const BASE32 = `${UPPER}234567`;

const WORDS = [
  "summer",
  "Winter",
  "dragon",
  "Koblenz",
  "exchange",
  "monkey",
  "Lisboa",
  "falcon",
  "Herbst",
  "tiger",
  "backup",
  "sqladmin",
];

/** What people and generators take for a password. */
export function aPassword(r: Random): string {
  return r.pick([
    () => `${r.pick(WORDS)}${r.text(DIGITS, 2 + r.int(3))}`,
    () => `${r.pick(WORDS)}${r.pick(["!", "#", "$", "%", "+", "*", "?"])}${r.text(DIGITS, 2)}`,
    () => r.text(`${WORD}!#$%*+-_.~^`, 8 + r.int(16)).replace(/^[^A-Za-z]|[^A-Za-z0-9]$/g, "Q"),
    () => r.text(WORD, 10 + r.int(22)),
    () => `${r.pick(WORDS)}-${r.pick(WORDS)}-${r.pick(WORDS)}-${r.text(DIGITS, 2)}`,
    () => `${r.pick(["P@ss", "Pa$$", "p@s5"])}w0rd${r.text(DIGITS, 1 + r.int(3))}`,
  ])();
}

/** One without digits or signs: only its place says that it is a password. */
export function aPlainPassword(r: Random): string {
  return r.int(4) === 0 ? `${r.pick(WORDS)}${r.pick(WORDS)}` : aPassword(r);
}

export function aName(r: Random): string {
  return r.pick([
    "admin",
    "sa",
    "svc_backup",
    "root",
    "jsmith",
    "CONTOSO\\svc-sql",
    "app",
    "administrator",
    "ana.lopez",
  ]);
}

export function aHost(r: Random): string {
  return r.pick(["db1", "db.example.org", "10.0.0.7", "sql01.corp.example.com", "localhost", "exch-2.example.net"]);
}
