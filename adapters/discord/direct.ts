import { ChannelType, Routes } from "discord.js";
import type { Desk } from "./desk.ts";

/** The channel of the direct messages with a person; it is opened where there is none, which may be done again and again. */
export async function directWith({ clients, places }: Pick<Desk, "clients" | "places">, user: string): Promise<string> {
  const channel: unknown = await clients.posts.post(Routes.userChannels(), { body: { recipient_id: user } });
  if (typeof channel !== "object" || channel === null || !("id" in channel) || typeof channel.id !== "string")
    throw new Error("Cannot write a direct message: Discord named no channel for it. Try again.");
  places.learn({ id: channel.id, type: ChannelType.DM });
  return channel.id;
}
