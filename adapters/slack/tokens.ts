import type { Instant } from "../../src/core/resolution/responder.ts";
import type { Tenant } from "../../src/app/platform.ts";

/** With which token the bot speaks in a workspace. */
export type Tokens = {
  /** Undefined where the app is not installed (any more); rejects where that cannot be told now. */
  readonly tokenFor: (tenant: Tenant) => Promise<string | undefined>;
  /** The app was removed there, at that time: forget the token, unless it was installed again since. */
  readonly forget: (tenant: Tenant, removed: Instant) => Promise<void>;
};

/** One workspace, one token. */
export function oneToken(token: string): Tokens {
  return { tokenFor: async () => token, forget: async () => {} };
}
