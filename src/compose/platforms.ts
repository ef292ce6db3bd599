import {
  ConfigError as DiscordConfigError,
  type Discord,
  discord,
  readDiscordConfig,
} from "../../adapters/discord/index.ts";
import { ConfigError as SlackConfigError, readSlackConfig, type Slack, slack } from "../../adapters/slack/index.ts";
import type { Log } from "../../adapters/operations/index.ts";
import { systemClock } from "../app/clock.ts";
import { homeOf } from "../app/home.ts";
import { type TenantKey, tenantKey } from "../app/names.ts";
import type { Instant } from "../core/resolution/responder.ts";
import type { PlatformName } from "../app/platform.ts";
import { popularityIn } from "../app/popularity.ts";
import type { Store } from "../app/store.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { completerOver } from "./decider.ts";

export type Configs = {
  readonly slack: ReturnType<typeof readSlackConfig>;
  readonly discord: ReturnType<typeof readDiscordConfig>;
};

/** What is set for each platform; a sentence where it makes no sense. */
export function readConfigs(env: NodeJS.ProcessEnv): Configs | string {
  try {
    return { slack: readSlackConfig(env), discord: readDiscordConfig(env) };
  } catch (error) {
    return wayOutOf(error);
  }
}

/** What has to be set otherwise, in a sentence. Throws whatever else went wrong. */
export function wayOutOf(error: unknown): string {
  if (error instanceof SlackConfigError || error instanceof DiscordConfigError) return error.message;
  throw error;
}

/** The platforms that are configured. */
export function adaptersFor(
  configs: Configs,
  { store, knowledge, log }: { readonly store: Store; readonly knowledge: Knowledge; readonly log: Log },
): readonly (Slack | Discord)[] {
  const made: (Slack | Discord)[] = [];
  if (configs.slack !== undefined) {
    const installations = memoryOf(store, tenantKey({ platform: "slack", tenant: "installations" }));
    const home = homeOf({ store, knowledge, clock: systemClock, platform: () => made[0]?.platform });
    made.push(slack(configs.slack, { report: reportTo(log, "slack"), installations, home }));
  }
  if (configs.discord !== undefined) {
    const complete = completerOver(knowledge);
    const popular = popularityIn(store, systemClock, "discord");
    made.push(
      discord(configs.discord, {
        report: reportTo(log, "discord"),
        memory: memoryOf(store, tenantKey({ platform: "discord", tenant: "memory" })),
        titleOf: (id) => knowledge.articles().get(id)?.title,
        complete: (typed, tenant) => complete(typed, popular(tenant)),
      }),
    );
  }
  return made;
}

function reportTo(log: Log, platform: PlatformName) {
  return ({ level, text }: { readonly level: keyof Log; readonly text: string }) => log[level](text, { platform });
}

/** Small texts by name, kept in the store. */
type Memory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly add: (key: string, value: string, until: Instant) => Promise<boolean>;
  readonly delete: (key: string) => Promise<void>;
};

function memoryOf(store: Store, tenant: TenantKey): Memory {
  return {
    get: async (key) => {
      const value = await store.transaction((tx) => tx.values(tenant).get(key));
      return typeof value === "string" ? value : undefined;
    },
    set: (key, value) => store.transaction((tx) => tx.values(tenant).set(key, value)),
    add: (key, value, until) => store.transaction((tx) => tx.values(tenant).add(key, value, until)),
    delete: (key) => store.transaction((tx) => tx.values(tenant).remove(key)),
  };
}
