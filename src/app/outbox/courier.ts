import { later } from "../clock.ts";
import { type Loop, loop } from "../loop.ts";
import { type BotParts, timesOf } from "../parts.ts";
import type { MessageRef, Platform } from "../platform.ts";
import { type Job, PRIORITY, type Take, type Transaction } from "../store.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { attempt } from "./attempt.ts";
import { putDown } from "./put-down.ts";

/** How many things are sent to a platform at once, and how many of these places are kept free for pages and clicks. */
const [MOST_AT_ONCE, KEPT_FREE] = [8, 3];

/** Sends what waits for one platform: a platform that hangs holds up nobody else. */
export function courier(parts: BotParts, { name }: Platform, failed: (error: unknown) => void): Loop {
  const { poll, lease } = timesOf(parts);
  const underWay = new Set<Promise<void>>();
  const notes = new Set<Promise<void>>();
  const carry = async ({ job, ref }: Taken) => {
    const attempted = await attempt(parts, job, ref);
    parts.meter?.sent(name, attempted.kind);
    await tracked(notes, putDown(parts, job, attempted));
  };
  const round = async () => {
    const now = parts.clock.now();
    const free = MOST_AT_ONCE - underWay.size;
    if (free <= 0) return poll;
    const leastUrgent = free > KEPT_FREE ? PRIORITY.progress : PRIORITY.click;
    const most = free > KEPT_FREE ? free - KEPT_FREE : free;
    const query = { platform: name, now, until: later(now, lease), most, leastUrgent };
    const { taken, due } = await parts.store.transaction((tx) => take(tx, query));
    for (const one of taken) void tracked(underWay, carry(one).catch(failed)).then(rounds.wake);
    if (taken.length > 0) return 0;
    return due === undefined ? poll : Math.min(Math.max(due - now, 1), poll);
  };
  const rounds = loop(parts.clock, round, failed);
  const idle = async () => {
    await rounds.idle();
    while (notes.size > 0) {
      await Promise.allSettled(notes);
      await rounds.idle();
    }
  };
  return {
    wake: rounds.wake,
    idle,
    stop: async () => {
      await rounds.stop();
      await Promise.all(underWay);
    },
  };
}

/** Remembers a promise for as long as it is open. */
async function tracked(open: Set<Promise<void>>, work: Promise<void>): Promise<void> {
  open.add(work);
  try {
    await work;
  } finally {
    open.delete(work);
  }
}

/** A job and the message it is about, where there is one already. */
type Taken = { readonly job: Job; readonly ref: MessageRef | undefined };

async function take(
  tx: Transaction,
  query: Take,
): Promise<{ readonly taken: readonly Taken[]; readonly due: Instant | undefined }> {
  const taken: Taken[] = [];
  for (const job of await tx.outbox.take(query)) {
    const isOfPost = job.order.kind === "edit" || job.order.kind === "remove";
    const post = isOfPost ? await tx.posts(job.tenant).find(job.order.key) : undefined;
    taken.push({ job, ref: post?.ref });
  }
  return { taken, due: await tx.outbox.nextDue(query.platform, query.now) };
}
