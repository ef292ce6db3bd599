import { UNTOLD } from "../../core/authorization/role.ts";
import { caseId, newCase } from "../../core/resolution/case.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import { later } from "../clock.ts";
import { tell } from "../events/show.ts";
import { afterPosting, afterRefusal } from "../incidents/after-posting.ts";
import type { BotParts } from "../parts.ts";
import type { Sent } from "../platform.ts";
import type { Job, Transaction } from "../store.ts";
import { type Attempted, NOT_POSTED_YET } from "./attempt.ts";
import { backOff } from "./back-off.ts";

/** What could not be said within a day is not worth saying (milliseconds); a clock that jumps by a day is no reason. */
const GIVE_UP = { after: 24 * 3_600_000, tries: 20 } as const;

/**
 * What waits for an incident's message is hurried when that is posted. Where it is just being tried at that moment, it
 * learns nothing of that, and whoever it calls must not wait for long (milliseconds).
 */
const LONGEST_FOR_INCIDENT = 2_000;

/** Writes down what became of a job, and tells who waits for it when it cannot be. */
export async function putDown(parts: BotParts, job: Job, attempted: Attempted): Promise<void> {
  await parts.store.transaction((tx) => record(parts, tx, job, attempted));
  if (attempted.kind !== "impossible") return;
  parts.warn?.(`Cannot send to ${job.place.platform}: ${attempted.why}. ${attempted.advice}`);
}

async function record(parts: BotParts, tx: Transaction, job: Job, attempted: Attempted): Promise<void> {
  if (attempted.kind === "later" || attempted.kind === "doubtful") return postpone(parts, tx, job, attempted);
  await tx.outbox.done(job);
  const posts = tx.posts(job.tenant);
  const { key, kind } = job.order;
  const desk = { parts, tx, tenant: job.tenant, now: parts.clock.now() };
  if (attempted.kind === "impossible") {
    if (kind === "post" || kind === "edit" || kind === "remove") await posts.gone(key);
    if (kind === "post") await afterRefusal(desk, key, attempted);
    return explain(parts, tx, job, attempted);
  }
  if (kind !== "post" || attempted.kind !== "sent" || attempted.ref === undefined) return;
  await posts.sent(key, attempted.ref);
  await afterPosting(desk, key);
}

async function postpone(
  parts: BotParts,
  tx: Transaction,
  job: Job,
  attempted: Extract<Sent, { kind: "later" | "doubtful" }>,
): Promise<void> {
  const now = parts.clock.now();
  const asked = attempted.kind === "later" ? attempted.after : undefined;
  const pause = backOff(job.attempts, asked, parts.random);
  const until = later(now, attempted.why === NOT_POSTED_YET ? Math.min(pause, LONGEST_FOR_INCIDENT) : pause);
  if (now - job.at > GIVE_UP.after && job.attempts > GIVE_UP.tries) return giveUp(tx, job);
  await tx.outbox.retry(job, until, attempted.kind === "doubtful");
  if (asked !== undefined) await tx.outbox.pause(job, until);
}

/** Without the message there is nothing to edit: the next change is a new one. */
async function giveUp(tx: Transaction, job: Job): Promise<void> {
  await tx.outbox.done(job);
  if (job.order.kind === "post") await tx.posts(job.tenant).gone(job.order.key);
}

/** Who waits for it is told why it cannot be, and what they can do. */
async function explain(
  parts: BotParts,
  tx: Transaction,
  job: Job,
  { why, advice }: Extract<Sent, { kind: "impossible" }>,
): Promise<void> {
  const { tenant, place, asker, order } = job;
  if (asker === undefined || order.kind === "aside") return;
  const scene = {
    parts,
    tx,
    tenant,
    place,
    by: asker.to,
    standing: UNTOLD,
    said: undefined,
    from: undefined,
    now: parts.clock.now(),
    id: order.key,
  };
  const view = noticeView(rich(`I cannot show this here: ${why}. ${advice}`));
  await tell(scene, view, { known: newCase(caseId(`failed/${order.key}`)), answer: asker.answer });
}
