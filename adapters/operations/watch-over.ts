import { Gauge, type Registry } from "prom-client";
import type { Clock } from "../../src/app/clock.ts";
import type { Line } from "../../src/app/line.ts";
import type { Store } from "../../src/app/store.ts";
import { lately } from "./lately.ts";

/** What is asked whenever somebody looks at the figures. */
export type Watched = {
  readonly clock: Pick<Clock, "now">;
  readonly store: Pick<Store, "backlog">;
  readonly lines: Readonly<Record<string, () => Line>>;
  /** The id of the model that it matches with. */
  readonly model: string;
};

/** Milliseconds for which the queues' figures hold: they are counted in the store. */
const HOLDS = 1_000;

/** Adds the queues and the connections to the figures. */
export function watchOver(registry: Registry, { clock, store, lines, model }: Watched): void {
  const queues = lately(clock, HOLDS, async () => {
    const known = await store.backlog(clock.now()).catch(() => undefined);
    return Object.entries(known ?? {});
  });
  const add = (facts: Facts, read: () => Promise<Values>) => addGauge(registry, facts, read);
  const secondsSince = (at: number) => Math.max(0, clock.now() - at) / 1_000;
  add(WAITING, async () => (await queues()).map(([name, { count }]) => [name, count]));
  add(AGE, async () =>
    (await queues()).map(([name, { since }]) => [name, since === undefined ? 0 : secondsSince(since)]),
  );
  add(MODEL, async () => [[model, 1]]);
  add(UP, async () => Object.entries(lines).map(([name, line]) => [name, line().isConnected ? 1 : 0]));
  add(HEARD, async () =>
    Object.entries(lines).flatMap(([name, line]) => {
      const { heardAt } = line();
      return heardAt === undefined ? [] : [[name, secondsSince(heardAt)] as const];
    }),
  );
}

type Facts = { readonly name: string; readonly help: string; readonly label: string };

/** By the label's value. */
type Values = readonly (readonly [string, number])[];

const WAITING = { name: "kms_queue_waiting", help: "What waits in the inbox and the outbox.", label: "queue" };
const AGE = { name: "kms_queue_age_seconds", help: "How long the oldest of them has waited.", label: "queue" };
const MODEL = { name: "kms_model_info", help: "The model that articles are matched with.", label: "model" };
const UP = { name: "kms_platform_up", help: "Whether the connection to a platform lives.", label: "platform" };
const HEARD = {
  name: "kms_platform_heard_seconds",
  help: "How long ago a platform last told us something.",
  label: "platform",
};

function addGauge(registry: Registry, { name, help, label }: Facts, read: () => Promise<Values>): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect: async () => {
      for (const [value, figure] of await read()) gauge.set({ [label]: value }, figure);
    },
  });
}
