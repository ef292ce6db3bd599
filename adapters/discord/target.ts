import type { Post } from "../../src/app/platform.ts";
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
  const facts = await desk.places.find(thread);
  if (facts?.kind !== "thread" && facts?.kind !== "post") return { channel, replyTo: replyTo ?? thread };
  return { channel: thread, replyTo: replyTo === thread && place.kind === "channel" ? undefined : replyTo, thread };
}
