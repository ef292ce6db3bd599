import { MessageFlags, Routes } from "discord.js";
import type { AnswerHandle, Post, Sent } from "../../src/app/platform.ts";
import type { Desk } from "./desk.ts";
import { CODE, isRefusal } from "./sent.ts";
import { directWith } from "./direct.ts";
import { remember } from "./form.ts";
import { type Answering, bornAt, nonceOf, readHandle } from "./ref.ts";
import { type MessageBody, render } from "./render.ts";
import { isSentMessage, refTo } from "./threads.ts";
import { type WithFiles, withWhole } from "./whole.ts";

type Aside = Extract<Post, { kind: "aside" }>;

/** Tells one person something: as the answer to what they did while that can be answered, else in a direct message. */
export async function sendAside(desk: Desk, aside: Aside): Promise<Sent> {
  const message = withWhole(aside.view, quiet(render(aside.view, aside.tokenOf)));
  await remember(desk.memory, aside.view);
  const answering = await answerable(desk, aside.answer);
  if (answering === undefined) return await sendDirect(desk, aside, message);
  try {
    return sent(await answer(desk, answering, message));
  } catch (error) {
    if (!isRefusal(error, CODE.unknownWebhook, CODE.invalidToken, CODE.unknownMessage)) throw error;
    if (isBeingAnswered(desk, answering)) throw error;
    return await sendDirect(desk, aside, message);
  }
}

/** Who is mentioned where one person reads it is shown, and not called. */
function quiet(body: MessageBody): MessageBody {
  return { ...body, allowed_mentions: { parse: [], replied_user: false } };
}

/** Waits until the interaction has its first answer, without which there can be no other. */
async function answerable(desk: Desk, handle: AnswerHandle | undefined): Promise<Answering | undefined> {
  const answering = handle === undefined || desk.clock.now() >= handle.until ? undefined : readHandle(handle);
  if (answering === undefined) return undefined;
  const isAnswered = await (desk.answers.get(answering.interaction) ?? true);
  return isAnswered ? answering : undefined;
}

/** "Thinking…" is filled by an edit, which may be repeated without harm. */
async function answer(
  { clients, identity }: Desk,
  { how, token }: Answering,
  { body, files }: WithFiles,
): Promise<unknown> {
  if (how === "fill")
    return await clients.clicks.patch(Routes.webhookMessage(identity.application, token), { body, files, auth: false });
  const flags = body.flags | MessageFlags.Ephemeral;
  const route = Routes.webhook(identity.application, token);
  return await clients.clicks.post(route, { body: { ...body, flags }, files, auth: false });
}

/** Another process may be about to give the first answer. */
function isBeingAnswered({ answers, clock }: Desk, { interaction }: Answering): boolean {
  return !answers.has(interaction) && clock.now() - bornAt(interaction) < OTHERS_MAY_TAKE;
}

/** Milliseconds: the three that Discord allows, and some for the way. */
const OTHERS_MAY_TAKE = 5_000;

async function sendDirect(desk: Desk, { place, to, key }: Aside, { body, files }: WithFiles): Promise<Sent> {
  const channel = place.kind === "direct" ? place.channel : await directWith(desk, to.id);
  const nonce = { nonce: nonceOf(key), enforce_nonce: true };
  return sent(await desk.clients.posts.post(Routes.channelMessages(channel), { body: { ...body, ...nonce }, files }));
}

function sent(message: unknown): Sent {
  return { kind: "sent", ref: isSentMessage(message) ? refTo(message) : undefined };
}
