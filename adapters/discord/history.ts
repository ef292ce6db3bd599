import { Routes } from "discord.js";
import type { Desk } from "./desk.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { wholeText } from "./message-text.ts";
import type { MessagePayload } from "./read-message.ts";
import type { ChannelFacts } from "./ref.ts";
import { reasonOf } from "./report.ts";
import { withoutNulls } from "./without-nulls.ts";

/**
 * What was said in a thread before this message, the message it hangs on first; our own words are none of it. Nothing
 * where it cannot be read: half a conversation is better than none.
 */
export async function saidBefore(desk: Desk, facts: ChannelFacts, message: string): Promise<readonly string[]> {
  try {
    const [starter, earlier] = await Promise.all([starterOf(desk, facts), earlierThan(desk, facts.id, message)]);
    const others = [...starter, ...earlier].filter(({ author }) => author.id !== desk.identity.user);
    return others.map(wholeText).filter((text) => text !== "");
  } catch (error) {
    desk.report({
      level: "warn",
      text: `Cannot read thread ${facts.id}: ${reasonOf(error)}. The message is taken without it.`,
    });
    return [];
  }
}

/** Oldest first. */
async function earlierThan({ clients }: Desk, thread: string, message: string): Promise<readonly MessagePayload[]> {
  const query = new URLSearchParams({ before: message, limit: String(DISCORD_LIMITS.page) });
  const page: unknown = withoutNulls(await clients.posts.get(Routes.channelMessages(thread), { query }));
  return Array.isArray(page) ? page.filter(isMessage).toReversed() : [];
}

/** A thread that was opened on a message has its id. A forum's post has that message inside; other threads have none. */
async function starterOf({ clients }: Desk, { id, kind, parent }: ChannelFacts): Promise<readonly MessagePayload[]> {
  if (kind !== "thread" || parent === undefined) return [];
  const starter: unknown = withoutNulls(
    await clients.posts.get(Routes.channelMessage(parent, id)).catch(() => undefined),
  );
  return isMessage(starter) ? [starter] : [];
}

/** Enough of a look at what Discord answered. */
export function isMessage(value: unknown): value is MessagePayload {
  return (
    typeof value === "object" && value !== null && "author" in value && "content" in value && "channel_id" in value
  );
}
