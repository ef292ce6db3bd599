import type { Tenant } from "../../src/app/platform.ts";

/** With which token the bot speaks in a workspace. */
export type Tokens = {
  /** Undefined where the app is not installed (any more); rejects where that cannot be told now. */
  readonly tokenFor: (tenant: Tenant) => Promise<string | undefined>;
  /** The app was removed there: forget the token. */
  readonly forget: (tenant: Tenant) => Promise<void>;
};

/** One workspace, one token. */
export function oneToken(token: string): Tokens {
  return { tokenFor: async () => token, forget: async () => {} };
}
