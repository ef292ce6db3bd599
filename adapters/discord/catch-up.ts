import { ChannelType, Routes } from "discord.js";
import { OUR_LIMITS, DISCORD_LIMITS } from "./limits.ts";
import { type Ear, takeMessage } from "./take-message.ts";
import type { ChannelPayload, MessagePayload } from "./read-message.ts";
import { idAt, isLater } from "./ref.ts";
import { withoutNulls } from "./without-nulls.ts";

/** A guild as the gateway tells it when we come, and when we come back. */
export type GuildPayload = {
  readonly id: string;
  readonly channels?: readonly ChannelPayload[];
  readonly threads?: readonly ChannelPayload[];
};

/** Reads what was said in the guild while we were away; what is heard meanwhile waits behind it. */
export function readBackGuild(ear: Ear, { id: guild, channels = [], threads = [] }: GuildPayload): void {
  const all = [...channels, ...threads];
  const newest = all.flatMap(({ id, last_message_id: last }) => [id, last ?? id]).reduce(later, guild);
  for (const channel of all) {
    ear.desk.places.learn({ ...channel, guild_id: guild });
    if (!TALKED_IN.has(channel.type)) continue;
    const last = channel.last_message_id ?? channel.id;
    ear.lanes.add(channel.id, () => readBack(ear, { ...channel, last_message_id: last }, newest));
  }
}

function later(one: string, other: string): string {
  return isLater(one, other) ? one : other;
}

/** Discord does not tell which direct messages there are; we know those we have had. */
export function readBackDirects(ear: Ear): void {
  ear.lanes.add("directs", async () => {
    for (const id of await ear.marks.directs()) {
      ear.desk.places.learn({ id, type: ChannelType.DM });
      ear.lanes.add(id, () => readBack(ear, { id, type: ChannelType.DM }));
    }
  });
}

const TALKED_IN = new Set<number>([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** `newest` is about the last thing that happened in the guild; undefined where there is none. */
async function readBack(ear: Ear, channel: ChannelPayload, newest?: string): Promise<void> {
  const { id, last_message_id: last } = channel;
  const from = await beginningOf(ear, channel, newest);
  if (from === undefined || (typeof last === "string" && !isLater(last, from))) return;
  const latest = await readOn(ear, id, from);
  if (latest !== undefined) ear.marks.reached(id, latest);
}

/**
 * Where to read on. A channel we see for the first time is not read back, except a thread that began meanwhile. One in which
 * nobody has said anything is marked with what happened last elsewhere, by Discord's clock: its first message is later.
 */
async function beginningOf(ear: Ear, { id, parent_id: parent }: ChannelPayload, newest: string | undefined) {
  const earliest = idAt(ear.desk.clock.now() - OUR_LIMITS.lateAtMost);
  const mark = (await ear.marks.of(id)) ?? (await beginningOfThread(ear, id, parent));
  if (mark !== undefined) return isLater(mark, earliest) ? mark : earliest;
  if (newest !== undefined) ear.marks.reached(id, newest);
  return undefined;
}

async function beginningOfThread(ear: Ear, id: string, parent: string | null | undefined): Promise<string | undefined> {
  if (typeof parent !== "string" || !(await isNewSince(ear, parent, id))) return undefined;
  return (BigInt(id) - 1n).toString();
}

/** A thread's id tells when it, or the message it hangs on, came to be. */
async function isNewSince({ marks }: Ear, parent: string, thread: string): Promise<boolean> {
  const mark = (await marks.of(parent)) ?? (await marks.latest());
  return mark !== undefined && isLater(thread, mark);
}

/** Page by page, oldest first; the last message that was read. */
async function readOn(ear: Ear, channel: string, from: string): Promise<string | undefined> {
  let after = from;
  for (let read = 0; read < OUR_LIMITS.readBack; read += DISCORD_LIMITS.page) {
    const page = await pageAfter(ear, channel, after);
    for (const message of page) await takeMessage(ear, message);
    after = page.at(-1)?.id ?? after;
    if (page.length < DISCORD_LIMITS.page) break;
  }
  return after === from ? undefined : after;
}

async function pageAfter({ desk }: Ear, channel: string, after: string): Promise<readonly MessagePayload[]> {
  const query = new URLSearchParams({ after, limit: String(DISCORD_LIMITS.page) });
  const page: unknown = withoutNulls(await desk.clients.posts.get(Routes.channelMessages(channel), { query }));
  return Array.isArray(page)
    ? page.toSorted((one: MessagePayload, other: MessagePayload) => (isLater(one.id, other.id) ? 1 : -1))
    : [];
}
