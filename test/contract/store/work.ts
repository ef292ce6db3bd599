import { MEMBER } from "../../../src/core/authorization/role.ts";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey, tenantKey } from "../../../src/app/names.ts";
import type { Delivery } from "../../../src/app/platform.ts";
import { type Job, type NewJob, PRIORITY, type Store } from "../../../src/app/store.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { noticeView } from "../../../src/core/view/notice-view.ts";
import { plain } from "../../../src/core/view/rich.ts";
import { ana } from "../../core/resolution/builders.ts";
import type { Shelf } from "../../support/a-store.ts";

export const now = instant(1_790_000_000_000);

export const tenant = asTenantKey("slack:T1");

const clock = { now: () => now };

/** Empty stores: one, or the same one for two replicas. */
export function storesOf(shelf: () => Promise<Shelf>) {
  return {
    one: async (): Promise<Store> => (await shelf()).open(clock),
    two: async (): Promise<readonly [Store, Store]> => {
      const shared = await shelf();
      return [await shared.open(clock), await shared.open(clock)];
    },
  };
}

type DeliveryFacts = {
  readonly id?: string;
  readonly tenant?: string;
  readonly channel?: string;
  readonly thread?: string;
  readonly text?: string;
};

export function aDelivery({
  id = "D1",
  tenant: workspace = "T1",
  channel = "C1",
  thread,
  text = "error 1",
}: DeliveryFacts = {}): Delivery {
  const place = { platform: "slack" as const, tenant: workspace, channel, thread, kind: "channel" as const };
  return {
    id,
    at: now,
    place,
    by: ana,
    standing: MEMBER,
    event: { kind: "said", message: id, text, addressed: false },
  };
}

export function aPlace(): Delivery["place"] {
  return aDelivery().place;
}

export function aJob(facts: Partial<NewJob> = {}): NewJob {
  const shown = { view: noticeView([plain("hello")]), offer: "o1" };
  const order = { kind: "post", key: "k1", replyTo: undefined, shown } as const;
  const dull = {
    tenant: tenantKey(aPlace()),
    subject: "k1",
    place: aPlace(),
    priority: PRIORITY.progress,
    asker: undefined,
    at: now,
  };
  return { ...dull, order, ...facts };
}

export async function add(store: Store, ...jobs: readonly NewJob[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const job of jobs) await tx.outbox.add(job);
  });
}

export function take(store: Store, at = now, except: readonly number[] = []): Promise<readonly Job[]> {
  const query = {
    platform: "slack" as const,
    now: at,
    until: later(at, 15_000),
    most: 10,
    leastUrgent: PRIORITY.progress,
    except,
  };
  return store.transaction((tx) => tx.outbox.take(query));
}

/** Works off what is due and says what it was. */
export async function workOff(store: Store, at = now): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const name = await store.transaction(async (tx) => {
      const work = await tx.inbox.next(at);
      if (work !== undefined) await tx.inbox.finish(work);
      return work?.kind === "timer" ? work.timer.name : work?.delivery.id;
    });
    if (name === undefined) return names;
    names.push(name);
  }
}

export async function postponed(store: Store): Promise<string | undefined> {
  return store.transaction(async (tx) => {
    const work = await tx.inbox.next(now);
    if (work !== undefined) await tx.inbox.postpone(work, later(now, 500), "later");
    return work?.kind === "delivery" ? work.delivery.id : undefined;
  });
}

export function missing(): never {
  throw new Error("Expected a job, but there was none.");
}
