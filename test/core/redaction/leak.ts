import { type Random, WORD } from "./random.ts";

/** A text with a secret in it; every one of `secrets` must be gone afterwards. */
export type Leak = { readonly text: string; readonly secrets: readonly string[] };
export type LeakMaker = (r: Random) => Leak;

/** The secret, put where `write` says. */
export function leak(
  make: (r: Random) => string,
  ...writes: readonly ((secret: string, r: Random) => string)[]
): LeakMaker {
  return (r) => {
    const secret = make(r);
    return { text: r.pick(writes)(secret, r), secrets: [secret] };
  };
}

/** Puts a prefix together, so that no scanner takes these files for a leak. */
export const j = (...parts: readonly string[]) => parts.join("");

export const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A key that a program made. */
export const key = (r: Random) => r.text(WORD, 24 + r.int(24));
