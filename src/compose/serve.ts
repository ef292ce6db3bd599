import {
  ConfigError as DiscordConfigError,
  type Discord,
  discord,
  readDiscordConfig,
} from "../../adapters/discord/index.ts";
import { ConfigError as SlackConfigError, readSlackConfig, type Slack, slack } from "../../adapters/slack/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { createBot } from "../app/bot.ts";
import { systemClock } from "../app/clock.ts";
import { type TenantKey, tenantKey } from "../app/names.ts";
import type { Delivery } from "../app/platform.ts";
import type { Store } from "../app/store.ts";
import { withoutSecrets } from "../app/without-secrets.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { completerOver, deciderOver } from "./decider.ts";
import { knowledgeFor } from "./knowledge.ts";
import { onCallFile } from "./on-call-file.ts";
import { liveOnCall } from "./on-call.ts";
import { fail, warn } from "./options.ts";
import { safeReader } from "./safe-reader.ts";

/** Serves the chat platforms that are configured, until the process is told to stop. */
export async function serve(wishes: readonly string[]): Promise<number> {
  const configs = readConfigs();
  if (typeof configs === "string") return fail(configs);
  const knowledge = await knowledgeFor(wishes);
  if (typeof knowledge === "string") return fail(knowledge);
  const store = await openStore(process.env, systemClock);
  const adapters = adaptersFor(configs, store, knowledge);
  const live = await liveOnCall(onCallFile(), systemClock, warn);
  const bot = createBot({
    store,
    oncall: live.oncall,
    pagerNamed: live.pagerNamed,
    platforms: adapters.map(({ platform }) => platform),
    clock: systemClock,
    read: safeReader,
    decide: deciderOver(knowledge),
    articles: knowledge.articles(),
    random: Math.random,
    warn,
  });
  await bot.start();
  knowledge.watch();
  const intake = { accept: (delivery: Delivery) => bot.intake.accept(withoutSecrets(delivery)) };
  await Promise.all(adapters.map((adapter) => adapter.connect(intake)));
  process.stderr.write(
    `kms is serving ${adapters.map(({ platform }) => platform.name).join(" and ")}. Ctrl-C stops it.\n`,
  );
  await stopSignal();
  await Promise.all(adapters.map((adapter) => adapter.stop()));
  live.close();
  await bot.stop();
  await Promise.all([store.close(), knowledge.close()]);
  return 0;
}

type Configs = {
  readonly slack: ReturnType<typeof readSlackConfig>;
  readonly discord: ReturnType<typeof readDiscordConfig>;
};

/** A sentence where what is set makes no sense. */
function readConfigs(): Configs | string {
  try {
    return { slack: readSlackConfig(process.env), discord: readDiscordConfig(process.env) };
  } catch (error) {
    if (error instanceof SlackConfigError || error instanceof DiscordConfigError) return error.message;
    throw error;
  }
}

function adaptersFor(configs: Configs, store: Store, knowledge: Knowledge): readonly (Slack | Discord)[] {
  const made: (Slack | Discord)[] = [];
  if (configs.slack !== undefined)
    made.push(
      slack(configs.slack, {
        report,
        installations: memoryOf(store, tenantKey({ platform: "slack", tenant: "installations" })),
      }),
    );
  if (configs.discord !== undefined) {
    const memory = memoryOf(store, tenantKey({ platform: "discord", tenant: "memory" }));
    const titleOf = (id: Parameters<ReturnType<Knowledge["articles"]>["get"]>[0]): string | undefined =>
      knowledge.articles().get(id)?.title;
    made.push(
      discord(configs.discord, {
        report,
        memory,
        titleOf,
        complete: completerOver(knowledge),
      }),
    );
  }
  return made;
}

function report({ text }: { readonly text: string }): void {
  warn(text);
}

/** Small texts by name, kept in the store. */
type Memory = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

function memoryOf(store: Store, tenant: TenantKey): Memory {
  return {
    get: async (key) => {
      const value = await store.transaction((tx) => tx.values(tenant).get(key));
      return typeof value === "string" ? value : undefined;
    },
    set: (key, value) => store.transaction((tx) => tx.values(tenant).set(key, value)),
    delete: (key) => store.transaction((tx) => tx.values(tenant).remove(key)),
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
