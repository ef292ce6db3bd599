import {
  type Log,
  metrics,
  openLog,
  type Operations,
  readiness,
  readOperationsConfig,
  type Route,
  serveOperations,
} from "../../adapters/operations/index.ts";
import { pagerDutyHook, type TakeNews } from "../../adapters/pager/pagerduty-hook.ts";
import { openStore } from "../../adapters/store/index.ts";
import { type Bot, createBot } from "../app/bot.ts";
import { systemClock, withinTime } from "../app/clock.ts";
import { firstStart } from "../app/first-start.ts";
import { newsDelivery } from "../app/paging/news.ts";
import { secureRandom } from "../app/random.ts";
import type { Store } from "../app/store.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { deciderOver } from "./decider.ts";
import { knowledgeFor } from "./knowledge.ts";
import { onCallFile } from "./on-call-file.ts";
import { type LiveOnCall, liveOnCall } from "./on-call.ts";
import { modelId, modelTitle } from "../core/matching/model-in-use.ts";
import { modelOrShipped } from "./model.ts";
import { fail, optionsOf } from "./options.ts";
import { adaptersFor, type Configs, readConfigs, wayOutOf } from "./platforms.ts";
import { safeReader } from "./safe-reader.ts";
import { stopSignal } from "./stop-signal.ts";

/** Serves the chat platforms that are configured, until the process is told to stop. */
export async function serve(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const configs = readConfigs(process.env);
  if (typeof configs === "string") return fail(configs);
  const office = readOperationsConfig(process.env);
  if (typeof office === "string") return fail(office);
  const log = openLog(process.stderr);
  const model = await modelOrShipped(options.model, log.warn);
  const knowledge = await knowledgeFor(options.wishes, { model, tell: log.warn });
  if (typeof knowledge === "string") return fail(knowledge);
  const store = await storeOrWhyNot();
  if (typeof store === "string") return fail(store);
  const live = await liveOnCall(onCallFile(), systemClock, log);
  const parts = assemble({ configs, log, knowledge, store, live, model: modelId(model) });
  const operations = office && (await serveOperations(office, parts.operations));
  const opened = { store, knowledge, live, operations: typeof operations === "string" ? undefined : operations };
  const trouble = typeof operations === "string" ? operations : await start(parts, { knowledge, store });
  if (trouble !== undefined) {
    await end(parts, opened);
    return fail(trouble);
  }
  log.info(`kms matches with ${modelTitle(model)}.`);
  const names = parts.adapters.map(({ platform }) => platform.name).join(" and ");
  log.info(`kms is serving ${names}. Ctrl-C stops it.`, opened.operations && { port: opened.operations.port });
  await parts.stop.asked;
  log.info("Stopping: what is under way is finished, the rest stays in the store.");
  const ended = await withinTime(systemClock, LONGEST_STOP, end(parts, opened));
  if (ended !== "too late") return 0;
  log.warn(`Not everything was finished within ${LONGEST_STOP / 1_000} s. It goes on at the next start.`);
  process.exit(0);
}

/** Whoever stops us gives us half a minute; after so long we go, and leave the rest in the store (milliseconds). */
const LONGEST_STOP = 25_000;

async function storeOrWhyNot(): Promise<Store | string> {
  try {
    return await openStore(process.env, systemClock);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Cannot open the store: ${why}. Look at DATABASE_URL, or set KMS_DATA to a folder that can be written.`;
  }
}

type Given = {
  readonly configs: Configs;
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly live: LiveOnCall;
  /** Its id, for the figures. */
  readonly model: string;
};

/** Everything that serves, put together; nothing of it runs yet. */
function assemble({ configs, log, knowledge, store: bare, live, model }: Given) {
  const figures = metrics();
  const store = figures.counted(bare, systemClock);
  const adapters = adaptersFor(configs, { store, knowledge, log });
  const bot = createBot({
    store,
    oncall: live.oncall,
    oncallRemarks: live.remarks,
    pagerNamed: live.pagerNamed,
    platforms: adapters.map(({ platform }) => platform),
    clock: systemClock,
    read: safeReader,
    decide: figures.timed(deciderOver(knowledge)),
    articles: knowledge.articles(),
    random: secureRandom,
    warn: log.warn,
    meter: figures.meter,
  });
  const stop = stopSignal();
  const lines = Object.fromEntries(adapters.map(({ platform, health }) => [platform.name, health]));
  const ready = readiness({ clock: systemClock, store, lines, isStopping: stop.isAsked });
  figures.watch({ clock: systemClock, store, lines, model });
  return { adapters, bot, stop, operations: { ready, metrics: figures, routes: hooks(store, bot) } };
}

/** What others call us by: one entry a pager or chat system that does. */
function hooks(store: Store, bot: Bot): readonly Route[] {
  const secret = process.env["PAGERDUTY_WEBHOOK_SECRET"] ?? "";
  if (secret === "") return [];
  const take: TakeNews = async (news) => {
    const delivery = await newsDelivery(store, news, systemClock.now());
    return delivery === undefined ? "unknown" : bot.intake.accept(delivery);
  };
  return [pagerDutyHook(secret, take)];
}

type Parts = { readonly adapters: ReturnType<typeof adaptersFor>; readonly bot: Bot };

type Started = { readonly knowledge: Knowledge; readonly store: Store };

/** Begins to listen; a sentence where it cannot. */
async function start({ adapters, bot }: Parts, { knowledge, store }: Started): Promise<string | undefined> {
  await store.transaction((tx) => firstStart(tx, systemClock.now()));
  await bot.start();
  knowledge.watch();
  const connecting = adapters.map((adapter) => adapter.connect(bot.intake));
  return Promise.all(connecting).then(() => undefined, wayOutOf);
}

type Opened = {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly live: LiveOnCall;
  readonly operations: Operations | undefined;
};

/** Hears nothing more, finishes what is under way, and closes what was opened. */
async function end({ adapters, bot }: Parts, { store, knowledge, live, operations }: Opened): Promise<void> {
  await Promise.all(adapters.map((adapter) => adapter.stop()));
  live.close();
  await bot.stop();
  await Promise.all([store.close(), knowledge.close(), operations?.stop()]);
}
