import type { ArticleId } from "../../src/core/kb/article.ts";
import type { Clock } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import type { Clients } from "./clients.ts";
import type { DiscordConfig } from "./config.ts";
import type { People } from "./people.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";

/** What outlives the process: small texts by name, shared by all processes. */
export type Memory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
};

/** What one types ahead in a guild or a direct message: the best first, at most 25 of them. */
type Complete = (prefix: string, tenant: Tenant) => Promise<readonly Choice[]>;

export type Choice = { readonly name: string; readonly value: string };

/** What the adapter needs of the rest. */
export type DiscordTools = {
  readonly memory: Memory;
  readonly complete: Complete;
  /** What an article is called; the thread of its run is called so. */
  readonly titleOf: (article: ArticleId) => string | undefined;
  readonly clock: Clock;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly report: Report;
};

/** All that the parts of this adapter share. */
export type Desk = DiscordTools & {
  readonly config: DiscordConfig;
  readonly clients: Clients;
  readonly places: Places;
  readonly people: People;
  readonly identity: Identity;
  /** Interactions that this process is answering: whether it could. */
  readonly answers: Map<string, Promise<boolean>>;
  /** Channels in which we may not open threads, and what can be done about it. */
  readonly threadless: Map<string, string>;
};

/** Who we are; known once Discord has said so. */
type Identity = { user: string; application: string };
