import { allowedMentions } from "./mentions.ts";
import { FLAGS } from "./message.ts";
import type { Message } from "./message.ts";
import type { Thread } from "./places.ts";
import { post, store, tellMessage } from "./post.ts";
import { openThread } from "./threads.ts";
import type { ThreadPlan } from "./threads.ts";
import type { World } from "./world.ts";

/** Grows a thread out of a message: they share an id, and Discord repeats the message as a line inside. */
export function startThreadOn(world: World, message: Message, plan: ThreadPlan, at: number): Thread {
  const thread = openThread(world, { ...plan, id: message.id }, at);
  const marked: Message = { ...message, thread: thread.id, flags: message.flags | FLAGS.hasThread };
  store(world, marked);
  tellMessage(world, marked, "MESSAGE_UPDATE");
  const line = { channel: thread.id, author: plan.owner, kind: "thread-starter", replyTo: message.id } as const;
  post(world, { ...line, allowed: allowedMentions({}) }, at);
  return thread;
}
