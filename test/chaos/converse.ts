import type { Delivery } from "../../src/app/platform.ts";
import { aClick, aPaste, type ChatRoom } from "./chat-room.ts";

/** Somebody who delivers until it is acknowledged, as platforms do. */
export type Sender = { readonly room: ChatRoom; readonly deliver: (delivery: Delivery) => Promise<void> };

/** Pastes, starts, and says "done": every step only once the one before can be seen. False where one never came. */
export async function converse({ room, deliver }: Sender, channel: string, patience: number): Promise<boolean> {
  await deliver(aPaste(channel, "error 1"));
  const answer = await room.until(channel, "The store does not mount", patience);
  if (answer === undefined) return false;
  await deliver(aClick(answer, "Start"));
  const started = await room.until(channel, "Step 1 of 4", patience);
  if (started === undefined) return false;
  await deliver(aClick(started, "Done"));
  return (await room.until(channel, "Step 2 of 4", patience)) !== undefined;
}

/** How often something was posted that stood there already, in the channels C1 to C`conversations`. */
export function duplicatesIn(room: ChatRoom, conversations: number): number {
  const posts = Array.from({ length: conversations }, (_, index) => room.inChannel(`C${index + 1}`).length);
  return posts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}
