import { type Instant, instant } from "../../core/resolution/responder.ts";
import { later } from "../clock.ts";
import { moveIncident } from "../incidents/move-incident.ts";
import { readTimer } from "../incidents/timers.ts";
import { asTenantKey } from "../names.ts";
import { type BotParts, timesOf } from "../parts.ts";
import type { Timer, Transaction } from "../store.ts";

/** Timers that are nobody's in particular. */
const OWN = asTenantKey("kms:self");

const SWEEP = "sweep";

/** How often is swept, and how soon again when there was more (milliseconds). */
const [EVERY, SOON] = [3_600_000, 1_000];

/** Rows of a kind that are removed in one transaction, so that nobody waits for it. */
const MOST_AT_ONCE = 500;

/** What a timer brings about, in the transaction that marks it as done. */
export async function ring(parts: BotParts, tx: Transaction, timer: Timer): Promise<void> {
  if (timer.name.startsWith(`${SWEEP} `)) return sweep(parts, tx);
  const ofIncident = readTimer(timer.name);
  if (ofIncident === undefined) throw new Error(`Cannot ring "${timer.name}": no timer has that name.`);
  const desk = { parts, tx, tenant: timer.tenant, now: parts.clock.now() };
  await moveIncident(desk, ofIncident.id, { kind: "timer", name: ofIncident.name }, undefined);
}

async function sweep(parts: BotParts, tx: Transaction): Promise<void> {
  const now = parts.clock.now();
  const { keepDeliveries, keepCases } = timesOf(parts);
  const before = { now, deliveries: later(now, -keepDeliveries), cases: later(now, -keepCases) };
  const removed = await tx.sweep(before, MOST_AT_ONCE);
  await scheduleSweep(tx, nextMark(now, removed >= MOST_AT_ONCE ? SOON : EVERY));
}

/** One sweep at a time, whoever starts and whenever: all of them name the same timer. */
export async function firstSweep(tx: Transaction, now: Instant): Promise<void> {
  await scheduleSweep(tx, nextMark(now, EVERY));
}

/** The next full hour, or second. */
function nextMark(now: Instant, every: number): Instant {
  return instant((Math.floor(now / every) + 1) * every);
}

async function scheduleSweep(tx: Transaction, due: Instant): Promise<void> {
  await tx.inbox.schedule({ tenant: OWN, name: `${SWEEP} ${due}`, due });
}
