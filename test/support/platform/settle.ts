import { setImmediate as turn } from "node:timers/promises";
import type { Bot } from "../../../src/app/bot.ts";
import type { FakePlatform } from "./fake-platform.ts";

/** Lets everything happen that is due. Nobody waits for a send that hangs: only the clock ends that. */
export async function settleAll(bots: readonly Bot[], fake: Pick<FakePlatform, "calls">): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const before = fake.calls();
    for (const bot of bots) await bot.settled();
    await turn();
    quiet = fake.calls() === before ? quiet + 1 : 0;
  }
}
