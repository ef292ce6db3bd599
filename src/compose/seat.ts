import { userInfo, hostname } from "node:os";
import { openStore } from "../../adapters/store/index.ts";
import { later, systemClock } from "../app/clock.ts";
import { inMemoryCases } from "../app/in-memory-cases.ts";
import { keptIfPossible } from "../app/kept-if-possible.ts";
import { newName, tenantKey } from "../app/names.ts";
import { TIMES } from "../app/parts.ts";
import { secureRandom } from "../app/random.ts";
import { type Seat, takeSeat } from "../app/seat.ts";
import type { Store } from "../app/store.ts";
import { caseId } from "../core/resolution/case.ts";
import { fail } from "./options.ts";

/** A seat at this terminal, and how it is left. */
export type TerminalSeat = Seat & { readonly close: () => Promise<void> };

/** Sits down where conversations are kept. Where that cannot be, it says so once, and they last as long as the window. */
export async function terminalSeat(): Promise<TerminalSeat> {
  try {
    const store = await openStore(process.env, systemClock);
    const seat = await takeSeat(store, tenantKey({ platform: "terminal", tenant: whoIsHere() }), sitting());
    void tidy(store);
    return {
      ...seat,
      cases: keptIfPossible(seat.cases, sayWhyNot),
      beginAnew: () => seat.beginAnew().catch(() => undefined),
      close: () => store.close().catch(() => undefined),
    };
  } catch (error) {
    sayWhyNot(error);
    return seatInMemory();
  }
}

/** Conversations belong to one person on one machine. */
function whoIsHere(): string {
  return `${process.env["USER"] ?? process.env["USERNAME"] ?? String(userInfo().uid)}@${hostname()}`;
}

function sitting() {
  return { name: newName(secureRandom), holder: String(process.pid), isThere };
}

/** Whether the process of that number runs, ours apart: a number is used again sooner or later. */
function isThere(pid: string): boolean {
  if (pid === String(process.pid)) return false;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes a little of what is too old, as a serving bot does every hour. */
async function tidy(store: Store): Promise<void> {
  const now = systemClock.now();
  const before = { now, deliveries: later(now, -TIMES.keepDeliveries), cases: later(now, -TIMES.keepCases) };
  await store.transaction((tx) => tx.sweep(before, 100)).catch(() => undefined);
}

function sayWhyNot(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  fail(
    `Cannot keep this conversation: ${why}. It lasts as long as this window. Set KMS_DATA to a folder that can be written.`,
  );
}

function seatInMemory(): TerminalSeat {
  let count = 0;
  const nextCase = () => caseId(`terminal/${++count}`);
  return { cases: inMemoryCases(), nextCase, left: undefined, beginAnew: nothing, close: nothing };
}

async function nothing(): Promise<void> {}
