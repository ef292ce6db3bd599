import type { Place } from "../../src/app/platform.ts";
import type { Mail } from "./mail.ts";

/** A place that can be written to: with a person, the direct messages are opened first, which may be done again and again. */
export async function opened({ clients }: Mail, place: Place, token: string): Promise<Place> {
  if (place.kind !== "person") return place;
  const { channel } = await clients.posts.conversations.open({ token, users: place.channel });
  if (channel?.id === undefined)
    throw new Error("Cannot write a direct message: Slack named no channel for it. Try again.");
  return { ...place, channel: channel.id, kind: "direct" };
}
