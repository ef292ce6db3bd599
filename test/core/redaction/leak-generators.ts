import { KEY_LEAKS } from "./key-leaks.ts";
import type { LeakMaker } from "./leak.ts";
import { OTHER_LEAKS } from "./other-leaks.ts";
import { PASSWORD_LEAKS } from "./password-leaks.ts";
import { TOKEN_LEAKS } from "./token-generators.ts";

/** Every kind of leak, by name. */
export const LEAKS: Readonly<Record<string, LeakMaker>> = {
  ...TOKEN_LEAKS,
  ...KEY_LEAKS,
  ...PASSWORD_LEAKS,
  ...OTHER_LEAKS,
};

/** What is left of a secret: any stretch of it, so long that it would help somebody. */
export function remainder(text: string, secret: string): string | undefined {
  const length = Math.min(secret.length, 6);
  for (let at = 0; at + length <= secret.length; at++)
    if (text.includes(secret.slice(at, at + length))) return secret.slice(at, at + length);
  return undefined;
}
