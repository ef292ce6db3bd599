import { MessageFlags, Routes } from "discord.js";
import type { MessageRef, Place } from "../../src/app/platform.ts";
import type { ArticleId } from "../../src/core/kb/article.ts";
import { note, shortened } from "../../src/core/view/rich.ts";
import type { View } from "../../src/core/view/view.ts";
import type { Desk } from "./desk.ts";
import { plainLine } from "./text.ts";
import { CODE, isRefusal } from "./sent.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { reasonOf } from "./report.ts";

/** A message as Discord answers a post or an edit; only what we look at. */
export type SentMessage = {
  readonly id: string;
  readonly channel_id: string;
  readonly flags?: number;
  readonly thread?: { readonly id: string; readonly thread_metadata?: { readonly archived?: boolean } };
};

/** What a view is about that deserves a thread of its own: a run under way, by its article, or an incident. */
function subjectIn({ blocks }: View): { readonly article: ArticleId | undefined } | undefined {
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []));
  const button = buttons.find(({ action }) => action.kind === "incident" || "step" in action);
  if (button === undefined) return undefined;
  return { article: "step" in button.action ? button.action.article : undefined };
}

/**
 * Opens the thread of a run or an incident: it hangs on its own message, which Discord shows at its top, buttons and all. A thread
 * that fell asleep is woken, because somebody came back. "refused" where we may not open one.
 */
export async function attendThread(
  desk: Desk,
  place: Place,
  message: SentMessage,
  view: View,
): Promise<"refused" | "fine"> {
  const subject = subjectIn(view);
  if (subject === undefined || !hangsInChannel(place, message)) return "fine";
  if (message.thread?.thread_metadata?.archived === true) await wakeIfAllowed(desk, message.thread.id);
  if (message.thread !== undefined || ((message.flags ?? 0) & MessageFlags.HasThread) !== 0) return "fine";
  const { article } = subject;
  return await open(desk, message, (article === undefined ? undefined : desk.titleOf(article)) ?? titleIn(view));
}

/** Where threads are refused, the message says how to allow them. */
export function withAdvice(desk: Desk, { channel }: Place, view: View): View {
  const advice = desk.threadless.get(channel);
  if (advice === undefined || subjectIn(view) === undefined) return view;
  const [first, ...rest] = view.blocks;
  return { ...view, blocks: [first, ...rest, note(advice)] };
}

/** The message stands, whatever becomes of its thread: one that is locked stays asleep. */
async function wakeIfAllowed(desk: Desk, thread: string): Promise<void> {
  await wake(desk, thread).catch((error: unknown) => {
    desk.report({ level: "warn", text: `Cannot open thread ${thread} again: ${reasonOf(error)}. It stays archived.` });
  });
}

/** Opens an archived thread again. */
export async function wake({ clients }: Desk, thread: string): Promise<void> {
  await clients.posts.patch(Routes.channel(thread), { body: { archived: false } });
}

function titleIn({ blocks: [first], fallback }: View): string {
  return first.kind === "heading" ? first.text : fallback;
}

function hangsInChannel(place: Place, { channel_id: channel }: SentMessage): boolean {
  return place.kind === "channel" && channel === place.channel;
}

async function open(desk: Desk, { id, channel_id: channel }: SentMessage, title: string): Promise<"refused" | "fine"> {
  const name = shortened(plainLine(title), DISCORD_LIMITS.threadName) || "Known error";
  try {
    const body = { name, auto_archive_duration: desk.config.archiveAfter };
    await desk.clients.posts.post(Routes.threads(channel, id), { body });
    desk.threadless.delete(channel);
    return "fine";
  } catch (error) {
    return afterRefusedThread(desk, channel, error);
  }
}

/** It goes on in the channel, whatever becomes of its thread. */
function afterRefusedThread(desk: Desk, channel: string, error: unknown): "refused" | "fine" {
  if (isRefusal(error, CODE.threadExists)) return "fine";
  const isNew = !desk.threadless.has(channel);
  if (!isRefusal(error, CODE.missingPermissions, CODE.missingAccess, CODE.tooManyThreads, CODE.wrongChannelType)) {
    const text = `Cannot open a thread in channel ${channel}: ${reasonOf(error)}. It goes on in the channel.`;
    desk.report({ level: "warn", text });
    return "fine";
  }
  desk.threadless.set(channel, adviceFor(error));
  return isNew ? "refused" : "fine";
}

function adviceFor(error: unknown): string {
  if (isRefusal(error, CODE.tooManyThreads))
    return "No thread was opened: the server has as many as it can have. Archive some.";
  if (isRefusal(error, CODE.wrongChannelType)) return "No thread was opened: this kind of channel has none.";
  return "No thread was opened: I may not. Allow me Create Public Threads in the channel's settings, Permissions.";
}

/** Enough of a look at what Discord answered. */
export function isSentMessage(value: unknown): value is SentMessage {
  return typeof value === "object" && value !== null && "id" in value && "channel_id" in value;
}

/** The message as we name it. */
export function refTo({ id, channel_id: channel }: SentMessage): MessageRef {
  return { channel, message: id };
}
