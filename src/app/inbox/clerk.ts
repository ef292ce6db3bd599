import { type Loop, loop } from "../loop.ts";
import { type BotParts, timesOf } from "../parts.ts";
import { workOff } from "./work-off.ts";

/** Works the inbox off, as many transactions at once as the store is good for, and says when there may be something to send. */
export function clerk(parts: BotParts, send: () => void, failed: (error: unknown) => void): Loop {
  const { poll } = timesOf(parts);
  const { workers, batch } = parts.store.pace;
  const round = async () => {
    const done = await workOff(parts, batch);
    if (done === 0) return Math.min(poll, await untilNext(parts, poll));
    send();
    return 0;
  };
  const desks = Array.from({ length: workers }, () => loop(parts.clock, round, failed));
  const all = async (what: "idle" | "stop") => {
    await Promise.all(desks.map((desk) => desk[what]()));
  };
  return { wake: () => desks.forEach((desk) => desk.wake()), idle: () => all("idle"), stop: () => all("stop") };
}

async function untilNext({ store, clock }: BotParts, poll: number): Promise<number> {
  const now = clock.now();
  const due = await store.transaction((tx) => tx.inbox.nextDue(now));
  return due === undefined ? poll : Math.max(due - now, 1);
}
