import type { Store } from "../../../src/app/store.ts";
import type { Shelf } from "../a-store.ts";
import { aStage, type Stage } from "./a-bot.ts";
import { virtualClock } from "./virtual-clock.ts";

/** A bot with an empty store in a channel where people talk. */
export async function aChannel(shelf: () => Promise<Shelf>): Promise<Stage & { readonly store: Store }> {
  const clock = virtualClock();
  const store = await (await shelf()).open(clock);
  return { ...(await aStage({ store, clock })), store };
}
