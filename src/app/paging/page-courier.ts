import { pauseAfter, isWorthTrying } from "../../core/escalation/page-retry.ts";
import type { Paged, Paging } from "../../core/escalation/paging.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { later, withinTime } from "../clock.ts";
import { addressOf } from "../incidents/standing.ts";
import { moveIncident } from "../incidents/move-incident.ts";
import { carriers, type UnderWay } from "../carriers.ts";
import type { Loop } from "../loop.ts";
import { withPlanNow } from "../on-call-now.ts";
import { type BotParts, timesOf } from "../parts.ts";
import type { Transaction } from "../store.ts";
import type { PageJob, TakePages } from "./page-queue.ts";
import { isWanted } from "./wanted.ts";

/** How many pages are on their way at once, and how many more begin to one pager: one that hangs holds up no other. */
const [MOST_AT_ONCE, MOST_TO_ONE] = [64, 24];

/** A pager that takes longer than this is told again (milliseconds). The lease is longer, so that nobody else does so meanwhile. */
const [PATIENCE, LEASE] = [10_000, 15_000];

/** Tells pagers what waits for them. The same may be told twice: that is what the dedup key is for. */
export function pageCourier(parts: BotParts, failed: (error: unknown) => void): Loop {
  const { poll } = timesOf(parts);
  const round = async ({ names, begin }: UnderWay) => {
    const now = parts.clock.now();
    const most = Math.min(MOST_AT_ONCE - names().length, MOST_TO_ONE);
    if (most <= 0) return poll;
    const query = { now, until: later(now, LEASE), most, except: busy(names()) };
    const { calls, due } = await parts.store.transaction((tx) => take(parts, tx, query));
    for (const call of calls)
      begin(call.job.pager, async (note) => note(putDown(parts, call.job, await told(parts, call))));
    if (calls.length > 0) return 0;
    return due === undefined ? poll : Math.min(Math.max(due - now, 1), poll);
  };
  return carriers(parts.clock, round, failed);
}

/** Pagers that have enough to do already. */
function busy(pagers: readonly string[]): readonly string[] {
  const counts = Map.groupBy(pagers, (pager) => pager);
  return [...counts].filter(([, calls]) => calls.length >= MOST_TO_ONE).map(([pager]) => pager);
}

type Call = { readonly job: PageJob; readonly paging: Paging };

/** What is due. What nobody needs any more is crossed off instead. */
async function take(
  parts: BotParts,
  tx: Transaction,
  query: TakePages,
): Promise<{ readonly calls: readonly Call[]; readonly due: Instant | undefined }> {
  const calls: Call[] = [];
  const jobs = await tx.pages.take(query);
  for (const job of jobs) {
    const desk = { parts, tx, tenant: job.tenant, now: query.now };
    if (await isWanted(desk, job))
      calls.push({ job, paging: { ...job.paging, link: await addressOf(desk, job.incident) } });
    else await tx.pages.done(job);
  }
  const isMore = jobs.length > calls.length;
  return { calls, due: isMore ? query.now : await tx.pages.nextDue(query.now) };
}

async function told(parts: BotParts, { job, paging }: Call): Promise<Paged> {
  const pager = parts.pagerNamed?.(job.pager);
  if (pager === undefined)
    return { kind: "failed", why: "oncall.yaml has no such pager any more", advice: `Add ${job.pager} under pagers.` };
  try {
    const paged = await withinTime(parts.clock, PATIENCE, pager.page(paging));
    return paged === "too late" ? { kind: "later", after: undefined, why: "it did not answer in time" } : paged;
  } catch (error) {
    return { kind: "later", after: undefined, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes down what became of a page; the incident hears of it in the same transaction. */
async function putDown(parts: BotParts, job: PageJob, paged: Paged): Promise<void> {
  const now = parts.clock.now();
  const isOver = paged.kind === "later" && !isWorthTrying(job.paging.at, now);
  if (paged.kind === "later" && !isOver) {
    const until = later(now, pauseAfter(job.attempts, paged));
    return parts.store.transaction((tx) => tx.pages.retry(job, until));
  }
  const result = paged.kind === "later" ? TOO_LATE(paged.why) : paged;
  await parts.store.transaction(async (tx) => {
    await tx.pages.done(job);
    if (job.paging.event !== "trigger") return;
    const { key } = job.paging;
    const desk = { parts: await withPlanNow(parts, tx, now), tx, tenant: job.tenant, now };
    await moveIncident(desk, job.incident, { kind: "page-result", key, pager: job.pager, result }, undefined);
  });
  if (result.kind === "failed") parts.warn?.(`Cannot page by ${job.pager}: ${result.why}. ${result.advice}`);
}

const TOO_LATE = (why: string) =>
  ({ kind: "failed", why, advice: "The service did not come back within a day. Call by telephone." }) as const;
