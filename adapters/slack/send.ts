import { assertNever } from "../../src/core/brand.ts";
import type { MessageRef, Post, Sent } from "../../src/app/platform.ts";
import { sendAside } from "./aside.ts";
import { opened } from "./direct.ts";
import { type Mail, POST_EVENT } from "./mail.ts";
import { slackRef, threadOf } from "./ref.ts";
import { reasonOf } from "./report.ts";
import { said } from "./said.ts";
import { sentAfter } from "./sent.ts";

/** Does what the post says, once, and says what became of it. Never rejects. */
export async function send(mail: Mail, post: Post): Promise<Sent> {
  try {
    const token = await mail.tokens.tokenFor(post.place.tenant);
    return token === undefined ? NOT_INSTALLED : await dispatch(mail, post, token);
  } catch (error) {
    return { kind: "later", after: undefined, why: `token not found: ${reasonOf(error)}` };
  }
}

const NOT_INSTALLED: Sent = {
  kind: "impossible",
  why: "not_installed",
  advice: "The app is not installed in this workspace. Open /slack/install of the bot's address to install it.",
};

async function dispatch(mail: Mail, post: Post, token: string): Promise<Sent> {
  try {
    return { kind: "sent", ref: await call(mail, post, token) };
  } catch (error) {
    return sentAfter(error, post.kind);
  }
}

async function call(mail: Mail, post: Post, token: string): Promise<MessageRef | undefined> {
  const { chat, reactions } = mail.clients.posts;
  switch (post.kind) {
    case "post":
      return postMessage(mail, post, token);
    case "edit":
      await chat.update({ token, channel: post.ref.channel, ts: post.ref.message, ...said(post) });
      return post.ref;
    case "remove":
      await chat.delete({ token, channel: post.ref.channel, ts: post.ref.message });
      return undefined;
    case "aside":
      return sendAside(mail, post, token);
    case "react":
      await reactions.add({ token, ...signOn(post) });
      return undefined;
    case "unreact":
      await reactions.remove({ token, ...signOn(post) });
      return undefined;
  }
  return assertNever(post);
}

/** The key is kept with the message, so that it is found again when nobody knows whether it was sent. */
async function postMessage(mail: Mail, post: Extract<Post, { kind: "post" }>, token: string): Promise<MessageRef> {
  const place = await opened(mail, post.place, token);
  const thread = threadOf(place, post.replyTo);
  const answer = await mail.clients.posts.chat.postMessage({
    token,
    channel: place.channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...said(post),
    metadata: { event_type: POST_EVENT, event_payload: { key: post.key } },
    unfurl_links: false,
    unfurl_media: false,
  });
  return slackRef(answer.channel ?? place.channel, answer.ts ?? "");
}

function signOn({ ref, sign }: Extract<Post, { kind: "react" | "unreact" }>) {
  return { channel: ref.channel, timestamp: ref.message, name: SIGNS[sign] ?? sign };
}

/** Slack calls emoji by name. */
const SIGNS: Readonly<Record<string, string>> = { "👀": "eyes", "✅": "white_check_mark", "❌": "x", "⚠️": "warning" };
