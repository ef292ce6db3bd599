import { REST } from "discord.js";
import type { RateLimitData } from "discord.js";
import type { DiscordConfig } from "./config.ts";
import { OUR_LIMITS } from "./limits.ts";

/** Two clients of the REST API, so that a pause of the one never makes the other wait. */
export type Clients = {
  /** For posts, edits and reading back. */
  readonly posts: REST;
  /** For answers to interactions, which have three seconds. */
  readonly clicks: REST;
};

/** Milliseconds: a shorter pause is waited for; of a longer one the outbox is told, which can do other things meanwhile. */
const SHORT_PAUSE = 1_500;

/** Nothing is repeated behind our back. */
export function discordClients({ token, apiUrl }: DiscordConfig): Clients {
  const common = { ...addressOf(apiUrl), retries: 0, offset: 0, timeout: OUR_LIMITS.patience };
  return {
    posts: new REST({ ...common, rejectOnRateLimit: isLongPause }).setToken(token),
    clicks: new REST({ ...common, rejectOnRateLimit: isLongPause }).setToken(token),
  };
}

/** What only reads can wait. */
function isLongPause({ method, retryAfter }: RateLimitData): boolean {
  return method !== "GET" && retryAfter > SHORT_PAUSE;
}

export function addressOf(apiUrl: string | undefined): { readonly api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl };
}
