import type { Clock } from "../../src/app/clock.ts";
import type { MessageRef, Post } from "../../src/app/platform.ts";
import { isOfSlack } from "./hosts.ts";
import { SLACK_LIFETIMES } from "./limits.ts";
import { slackRef } from "./ref.ts";
import { errorCodeOf } from "./error-code.ts";
import type { Mail } from "./mail.ts";
import { type said, saidInPages } from "./said.ts";

export type Aside = Extract<Post, { kind: "aside" }>;

/** Which private addresses are still good. */
export type Asides = {
  /** Says something there; false where the address is gone, used up, or none of Slack's. Rejects where nobody knows. */
  readonly answer: (aside: Aside, words: Words) => Promise<boolean>;
};

type Words = ReturnType<typeof said>;

/** How many addresses are remembered. Slack itself counts as well; this only saves calls that would be refused. */
const MOST_HANDLES = 10_000;

/** A long article is shown in so many messages; no more, because the private address is good for five. */
const MOST_PAGES = 4;

export function asides(clock: Clock, apiUrl: string | undefined): Asides {
  const uses = new Map<string, number>();
  return {
    answer: async ({ answer, place }, words) => {
      if (answer === undefined || clock.now() >= answer.until || !isOfSlack(answer.handle, apiUrl)) return false;
      const used = uses.get(answer.handle) ?? 0;
      if (used >= SLACK_LIFETIMES.responseUrlUses) return false;
      uses.set(answer.handle, used + 1);
      for (const oldest of [...uses.keys()].slice(0, Math.max(0, uses.size - MOST_HANDLES))) uses.delete(oldest);
      return say(answer.handle, place.thread, words);
    },
  };
}

/** {@link https://docs.slack.dev/interactivity/handling-user-interaction#message_responses} */
async function say(url: string, thread: string | undefined, words: Words): Promise<boolean> {
  const body = {
    ...words,
    response_type: "ephemeral",
    replace_original: false,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    redirect: "error",
    signal: AbortSignal.timeout(10_000),
  });
  await response.body?.cancel();
  return response.ok;
}

/** By the private address while it lives, else where the person is looking, else in the direct messages. */
export async function sendAside(mail: Mail, aside: Aside, token: string): Promise<MessageRef | undefined> {
  let last: MessageRef | undefined;
  for (const words of saidInPages(aside, MOST_PAGES)) last = await sendPage(mail, aside, words, token);
  return last;
}

async function sendPage(mail: Mail, aside: Aside, words: Words, token: string): Promise<MessageRef | undefined> {
  if (await answered(mail, aside, words)) return undefined;
  const { channel, thread, kind } = aside.place;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  if (kind === "direct") return direct(mail, { channel, ...inThread, ...words, token });
  try {
    await mail.clients.posts.chat.postEphemeral({ token, channel, user: aside.to.id, ...inThread, ...words });
    return undefined;
  } catch (error) {
    if (!NOT_THERE.has(errorCodeOf(error) ?? "")) throw error;
    return direct(mail, { channel: aside.to.id, ...words, token });
  }
}

/** A private address that does not answer is no reason to be silent: the next way is tried. */
async function answered(mail: Mail, aside: Aside, words: Words): Promise<boolean> {
  try {
    return await mail.asides.answer(aside, words);
  } catch {
    return false;
  }
}

/** The person cannot be reached where they asked. */
const NOT_THERE: ReadonlySet<string> = new Set([
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "user_not_in_channel",
  "message_not_found",
  "thread_not_found",
  "restricted_action",
]);

type Letter = Words & { readonly token: string; readonly channel: string; readonly thread_ts?: string };

async function direct({ clients }: Mail, letter: Letter): Promise<MessageRef> {
  const answer = await clients.posts.chat.postMessage({ ...letter, unfurl_links: false, unfurl_media: false });
  return slackRef(answer.channel ?? letter.channel, answer.ts ?? "");
}
