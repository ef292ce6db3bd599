import { redact } from "../../core/redaction/redact.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import { later } from "../clock.ts";
import { happen } from "../events/happen.ts";
import { originOf } from "../events/origin-of.ts";
import type { Scene } from "../events/scene.ts";
import { tell } from "../events/show.ts";
import { isMeantForUs } from "../meant-for-us.ts";
import { noteNames } from "../directory/note-names.ts";
import type { TenantKey } from "../names.ts";
import { withPlanNow } from "../on-call-now.ts";
import type { BotParts } from "../parts.ts";
import type { Delivery } from "../platform.ts";
import type { Transaction, Work } from "../store.ts";
import { caseId, newCase } from "../../core/resolution/case.ts";
import { hearing } from "./hearing.ts";
import { lookAway } from "./look-away.ts";
import { ring } from "./ring.ts";

/** What cannot be worked off is tried this often; then it gives way to what comes after it. */
const MOST_ATTEMPTS = 5;

/** How long before it is tried again (milliseconds), doubled each time. */
const FIRST_PAUSE = 250;

/** Works off a batch in one transaction, and says how many pieces of work it did. All of it has happened, or nothing. */
export async function workOff(parts: BotParts, most: number): Promise<number> {
  const begun: Begun = { work: undefined, done: [] };
  try {
    const count = await parts.store.transaction((tx) => workOffIn(parts, tx, most, begun));
    for (const one of begun.done) tellOf(parts, one);
    return count;
  } catch (error) {
    if (begun.work === undefined) throw error;
    await setAside(parts, begun.work, error);
    return 1;
  }
}

/** How far a batch has come: what is under way, and what was done with events. */
type Begun = { work: Work | undefined; done: Worked[] };

type Worked = {
  readonly tenant: TenantKey;
  readonly delivery: Delivery;
  readonly outcome: "answered" | "silent";
};

async function workOffIn(parts: BotParts, tx: Transaction, most: number, begun: Begun): Promise<number> {
  begun.done = [];
  for (let count = 0; count < most; count++) {
    begun.work = undefined;
    const work = await tx.inbox.next(parts.clock.now());
    if (work === undefined) return count;
    begun.work = work;
    await carryOut(parts, tx, work, begun);
    await tx.inbox.finish(work);
  }
  begun.work = undefined;
  return most;
}

async function carryOut(parts: BotParts, tx: Transaction, work: Work, { done }: Begun): Promise<void> {
  const partsNow = mayCall(work) ? await withPlanNow(parts, tx, parts.clock.now()) : parts;
  if (work.kind === "timer") return ring(partsNow, tx, work.timer);
  const { delivery, tenant } = work;
  const { event } = delivery;
  const heard = hearing(tx);
  const note = () => noteNames(heard.tx, tenant, delivery, parts.clock.now());
  if (isMeantForUs(event)) await note();
  await happen(sceneOf(partsNow, heard.tx, work, work.delivery), work.delivery);
  await lookAway(tx, delivery, { tenant, answer: heard.said(), now: parts.clock.now() });
  const outcome = heard.said() === undefined ? "silent" : "answered";
  if (outcome === "answered" && !isMeantForUs(event)) await note();
  done.push({ tenant, delivery, outcome });
}

/** For the figures; and who and what will be told of by name, and was told by id alone, is asked for. */
function tellOf({ meter, wantName }: BotParts, { tenant, delivery, outcome }: Worked): void {
  const { by, place, channelName, event } = delivery;
  meter?.worked(place.platform, event.kind, outcome);
  if (outcome === "silent") return;
  if (by.name === by.id) wantName?.(tenant, { kind: "person", id: by.id });
  if (channelName === undefined) wantName?.(tenant, { kind: "channel", id: place.channel });
}

/** Whether anybody may be called, or asked about, because of it: talk in passing calls nobody. */
function mayCall(work: Work): boolean {
  return work.kind === "timer" || isMeantForUs(work.delivery.event);
}

function sceneOf(parts: BotParts, tx: Transaction, { tenant }: Work, delivery: Delivery): Scene {
  const { place, by, standing, id, at, event } = delivery;
  const isSaid = ["said", "alerted", "asked", "edited"].includes(event.kind);
  const said = isSaid ? at : undefined;
  return { parts, tx, tenant, place, by, standing, id, said, from: originOf(delivery), now: parts.clock.now() };
}

/** One event that cannot be worked off must not stop the ones after it. */
async function setAside(parts: BotParts, work: Work, error: unknown): Promise<void> {
  const why = redact(error instanceof Error ? error.message : String(error)).text;
  const isLast = work.attempts + 1 >= MOST_ATTEMPTS;
  await parts.store.transaction(async (tx) => {
    const pause = FIRST_PAUSE * 2 ** work.attempts;
    if (!isLast) return tx.inbox.postpone(work, later(parts.clock.now(), pause), why);
    await tx.inbox.giveUp(work, why);
    return apologise(parts, tx, work);
  });
  parts.warn?.(`Cannot work off ${nameOf(work)}: ${why}. ${isLast ? "It was given up." : "It is tried again."}`);
}

/** Who asked outright or pressed a button is told; what was said in passing passes. */
async function apologise(parts: BotParts, tx: Transaction, work: Work): Promise<void> {
  if (work.kind === "timer") return;
  const { event } = work.delivery;
  if (event.kind !== "asked" && event.kind !== "clicked") return;
  const view = noticeView(rich("Something went wrong here, and nothing was changed. Try again, or call a colleague."));
  const known = newCase(caseId(`failed/${work.delivery.id}`));
  await tell(sceneOf(parts, tx, work, work.delivery), view, { known, answer: event.answer });
}

function nameOf(work: Work): string {
  return work.kind === "timer" ? `timer ${work.timer.name}` : `delivery ${work.delivery.id}`;
}
