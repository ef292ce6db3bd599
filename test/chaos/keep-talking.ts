import { aPaste, pause } from "./chat-room.ts";
import type { Replica } from "./replica.ts";

type Told = { readonly acknowledged: number; readonly refused: number };

/** Three people who paste one error after the other, each in a channel of its own, and say again what was refused. */
export function keepTalking(replica: Pick<Replica, "deliver">): { readonly end: () => Promise<Told> } {
  const told = { acknowledged: 0, refused: 0 };
  const state = { isOver: false };
  const say = async (channel: string) => {
    while (!(await isTaken(replica, channel))) {
      told.refused++;
      await pause(100);
    }
    told.acknowledged++;
  };
  const talking = [1, 2, 3].map(async (who) => {
    for (let index = 0; !state.isOver; index++) {
      await say(`C${who}x${index}`);
      await pause(20);
    }
  });
  const end = async () => {
    state.isOver = true;
    await Promise.all(talking);
    return told;
  };
  return { end };
}

function isTaken(replica: Pick<Replica, "deliver">, channel: string): Promise<boolean> {
  return replica.deliver(aPaste(channel, "error 1")).then(
    () => true,
    () => false,
  );
}
