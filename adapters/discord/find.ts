import { Routes } from "discord.js";
import type { MessageRef, Post } from "../../src/app/platform.ts";
import type { Desk } from "./desk.ts";
import { nonceOf } from "./ref.ts";
import { targetOf } from "./target.ts";
import { isSentMessage, refTo } from "./threads.ts";

/** Looks a message up by its nonce among the latest of its channel. */
export async function find(
  desk: Desk,
  post: Extract<Post, { kind: "post" }>,
): Promise<MessageRef | "absent" | "unknown"> {
  try {
    const { channel } = await targetOf(desk, post);
    const query = new URLSearchParams({ limit: "100" });
    const latest: unknown = await desk.clients.posts.get(Routes.channelMessages(channel), { query });
    return Array.isArray(latest) ? foundIn(latest, desk.identity.user, nonceOf(post.key)) : "unknown";
  } catch {
    return "unknown";
  }
}

/** Where none of our own messages has a nonce, Discord does not show them, and nothing can be said. */
function foundIn(latest: readonly unknown[], me: string, nonce: string): MessageRef | "absent" | "unknown" {
  const own = latest.filter(isSentMessage).filter((message) => "author" in message && isAuthor(message.author, me));
  const found = own.find((message) => "nonce" in message && message.nonce === nonce);
  if (found !== undefined) return refTo(found);
  return own.length === 0 || own.some((message) => "nonce" in message) ? "absent" : "unknown";
}

function isAuthor(author: unknown, me: string): boolean {
  return typeof author === "object" && author !== null && "id" in author && author.id === me;
}
