import type { Place, Post } from "../../src/app/platform.ts";
import { directWith } from "./direct.ts";
import type { Desk } from "./desk.ts";

/** Where a new message goes; `thread` where that is one. */
export type Target = { readonly channel: string; readonly replyTo: string | undefined; readonly thread?: string };

/** The thread of the place if there is one; else its channel, in reply to the message that the place hangs on. */
export async function targetOf(
  desk: Desk,
  { place, replyTo }: Pick<Extract<Post, { kind: "post" }>, "place" | "replyTo">,
): Promise<Target> {
  const { channel, thread } = place;
  if (place.kind === "person") return { channel: await directWith(desk, channel), replyTo: undefined };
  if (thread === undefined || place.kind === "direct") return { channel, replyTo: replyTo ?? thread };
  if (!(await isThread(desk, thread))) return { channel, replyTo: replyTo ?? thread };
  return { channel: thread, replyTo: replyTo === thread && place.kind === "channel" ? undefined : replyTo, thread };
}

/** The channel that what is said in a place stands in: its thread if there is one, and not only a message it hangs on. */
export async function channelOf(desk: Pick<Desk, "places">, { channel, thread, kind }: Place): Promise<string> {
  if (thread === undefined || kind === "direct" || !(await isThread(desk, thread))) return channel;
  return thread;
}

async function isThread({ places }: Pick<Desk, "places">, id: string): Promise<boolean> {
  const facts = await places.find(id);
  return facts?.kind === "thread" || facts?.kind === "post";
}
