import { later } from "../clock.ts";
import { carriers, type UnderWay } from "../carriers.ts";
import type { Loop } from "../loop.ts";
import { type BotParts, timesOf } from "../parts.ts";
import type { Order } from "../order.ts";
import type { Platform } from "../platform.ts";
import { type Job, PRIORITY, type Take, type Transaction } from "../store.ts";
import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { attempt, type Taken } from "./attempt.ts";
import { isSent } from "../incidents/standing.ts";
import { putDown } from "./put-down.ts";

/** How many things are sent to a platform at once, and how many of these places are kept free for pages and clicks. */
const [MOST_AT_ONCE, KEPT_FREE] = [8, 3];

/** Sends what waits for one platform: a platform that hangs holds up nobody else. */
export function courier(parts: BotParts, { name }: Platform, failed: (error: unknown) => void): Loop {
  const { poll, lease } = timesOf(parts);
  const carry = async (one: Taken) => {
    const attempted = await attempt(parts, one);
    parts.meter?.sent(name, attempted.kind);
    return attempted;
  };
  const round = async ({ names, begin }: UnderWay) => {
    const now = parts.clock.now();
    const free = MOST_AT_ONCE - names().length;
    if (free <= 0) return poll;
    const leastUrgent = free > KEPT_FREE ? PRIORITY.progress : PRIORITY.click;
    const most = free > KEPT_FREE ? free - KEPT_FREE : free;
    const query = { platform: name, now, until: later(now, lease), most, leastUrgent, except: names().map(Number) };
    const { taken, due } = await parts.store.transaction((tx) => take(tx, query));
    for (const one of taken)
      begin(String(one.job.seq), async (note) => note(putDown(parts, one.job, await carry(one))));
    if (taken.length > 0) return 0;
    return due === undefined ? poll : Math.min(Math.max(due - now, 1), poll);
  };
  return carriers(parts.clock, round, failed);
}

async function take(
  tx: Transaction,
  query: Take,
): Promise<{ readonly taken: readonly Taken[]; readonly due: Instant | undefined }> {
  const taken: Taken[] = [];
  for (const job of await tx.outbox.take(query)) {
    taken.push(await withMessages(tx, job));
  }
  return { taken, due: await tx.outbox.nextDue(query.platform, query.now) };
}

async function withMessages(tx: Transaction, job: Job): Promise<Taken> {
  const { order } = job;
  const posts = tx.posts(job.tenant);
  const incident = incidentOf(order);
  if (incident !== undefined) {
    const own = (await posts.ofIncident(incident)).find(({ role }) => role === "incident");
    return { job, ref: undefined, under: own !== undefined && isSent(own) ? own : undefined };
  }
  const isOfPost = order.kind === "edit" || order.kind === "remove";
  const post = isOfPost ? await posts.find(order.key) : undefined;
  return { job, ref: post?.ref, under: undefined };
}

/** The incident whose message must be known to send it. */
function incidentOf(order: Order): EscalationId | undefined {
  if (order.kind === "line") return order.incident;
  return order.kind === "aside" ? order.shown.leadsTo : undefined;
}
