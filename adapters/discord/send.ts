import { Routes } from "discord.js";
import { assertNever } from "../../src/core/brand.ts";
import type { MessageRef, Post, Sent, TokenOf } from "../../src/app/platform.ts";
import { note } from "../../src/core/view/rich.ts";
import type { View } from "../../src/core/view/view.ts";
import { sendAside } from "./aside.ts";
import type { Desk } from "./desk.ts";
import { CODE, isRefusal, sentAfter } from "./sent.ts";
import { remember } from "./form.ts";
import { messageUrl, nonceOf } from "./ref.ts";
import { channelOf, type Target, targetOf } from "./target.ts";
import { type MessageBody, render } from "./render.ts";
import { reasonOf } from "./report.ts";
import { attendThread, isSentMessage, refTo, type SentMessage, wake, withAdvice } from "./threads.ts";

type NewPost = Extract<Post, { kind: "post" }>;
type Edit = Extract<Post, { kind: "edit" }>;

/** Does what is to be done, and says what became of it. Never rejects. */
export async function send(desk: Desk, post: Post): Promise<Sent> {
  try {
    return await carryOut(desk, post);
  } catch (error) {
    return sentAfter(error, post.kind);
  }
}

function carryOut(desk: Desk, post: Post): Promise<Sent> {
  switch (post.kind) {
    case "post":
      return sendPost(desk, post);
    case "edit":
      return sendEdit(desk, post);
    case "remove":
      return sendRemoval(desk, post.ref);
    case "aside":
      return sendAside(desk, post);
    case "react":
    case "unreact":
      return sendReaction(desk, post);
  }
  return assertNever(post);
}

async function sendPost(desk: Desk, post: NewPost): Promise<Sent> {
  const target = await targetOf(desk, post);
  const message = await posted(desk, post, target).catch((error: unknown) => {
    if (target.thread === undefined || !isRefusal(error, ...CLOSED_THREAD)) throw error;
    return posted(
      desk,
      { ...post, view: withLink(post, target) },
      { channel: post.place.channel, replyTo: target.thread },
    );
  });
  await attend(desk, post, message);
  return { kind: "sent", ref: refTo(message) };
}

/** With these the thread is closed to us, and the channel may not be. */
const CLOSED_THREAD = [
  CODE.missingPermissions,
  CODE.missingAccess,
  CODE.unknownChannel,
  CODE.archived,
  CODE.threadLocked,
] as const;

async function posted(
  desk: Desk,
  { place, view, key, tokenOf }: NewPost,
  { channel, replyTo }: Target,
): Promise<SentMessage> {
  const body = await rendered(desk, withAdvice(desk, place, view), tokenOf);
  const nonce = { nonce: nonceOf(key), enforce_nonce: true };
  const reference =
    replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
  const post = () =>
    desk.clients.posts.post(Routes.channelMessages(channel), { body: { ...body, ...nonce, ...reference } });
  return asMessage(await awake(desk, channel, post));
}

async function sendEdit(desk: Desk, edit: Edit): Promise<Sent> {
  const message = await changed(desk, edit, edit.ref);
  await attend(desk, edit, message);
  return { kind: "sent", ref: edit.ref };
}

/** What the message needs besides. It stands already: whatever fails now, it must not be sent again. */
async function attend(desk: Desk, post: NewPost | Edit, message: SentMessage): Promise<void> {
  if ((await attendThread(desk, post.place, message, post.view)) !== "refused") return;
  await changed(desk, post, refTo(message)).catch((error: unknown) => {
    const text = `Cannot say that no thread was opened: ${reasonOf(error)}. The next change of the message says it.`;
    desk.report({ level: "warn", text });
  });
}

async function changed(
  desk: Desk,
  { place, view, tokenOf }: Pick<Edit, "place" | "view" | "tokenOf">,
  ref: MessageRef,
) {
  const body = await rendered(desk, withAdvice(desk, place, view), tokenOf);
  const edit = () => desk.clients.posts.patch(Routes.channelMessage(ref.channel, ref.message), { body });
  return asMessage(await awake(desk, ref.channel, edit));
}

async function sendRemoval(desk: Desk, { channel, message }: MessageRef): Promise<Sent> {
  const remove = () => desk.clients.posts.delete(Routes.channelMessage(channel, message));
  await awake(desk, channel, remove).catch((error: unknown) => {
    if (!isRefusal(error, CODE.unknownMessage, CODE.unknownChannel)) throw error;
  });
  return { kind: "sent", ref: undefined };
}

async function sendReaction(desk: Desk, post: Extract<Post, { kind: "react" | "unreact" }>): Promise<Sent> {
  const { message } = post.ref;
  const channel = await channelOf(desk, post.place);
  const route = Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(post.sign));
  await (post.kind === "react" ? desk.clients.posts.put(route) : desk.clients.posts.delete(route));
  return { kind: "sent", ref: post.ref };
}

/** A thread that fell asleep is woken and the call repeated. */
async function awake<Result>(desk: Desk, channel: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (!isRefusal(error, CODE.archived)) throw error;
    await wake(desk, channel);
    return await call();
  }
}

async function rendered(desk: Desk, view: View, tokenOf: TokenOf): Promise<MessageBody> {
  await remember(desk.memory, view);
  return render(view, tokenOf);
}

function withLink({ place, view }: NewPost, { thread = "" }: Target): View {
  const [first, ...rest] = view.blocks;
  const url = messageUrl(place.tenant, { channel: thread, message: thread });
  const link = { kind: "link", text: "its thread", url } as const;
  return { ...view, blocks: [first, ...rest, note("This belongs to ", link, ", where I may not write.")] };
}

function asMessage(answer: unknown): SentMessage {
  if (isSentMessage(answer)) return answer;
  throw new Error("Cannot tell what was sent: Discord's answer is no message. Look the message up.");
}
