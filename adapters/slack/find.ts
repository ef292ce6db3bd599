import type { MessageRef, Post } from "../../src/app/platform.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";
import { opened } from "./direct.ts";
import { slackRef, threadOf } from "./ref.ts";
import { type Mail, POST_EVENT } from "./mail.ts";

type Sought = Extract<Post, { kind: "post" }>;

/** Slack gives at most so many messages at a time, and no reason to look further back than this. */
const PAGE = { messages: 200, most: 5 } as const;

/** Looks a message up by the key it was posted under. */
export async function find(mail: Mail, post: Sought): Promise<MessageRef | "absent" | "unknown"> {
  try {
    const token = await mail.tokens.tokenFor(post.place.tenant);
    if (token === undefined) return "unknown";
    return await search(mail, { ...post, place: await opened(mail, post.place, token) }, token);
  } catch {
    return "unknown";
  }
}

async function search(mail: Mail, post: Sought, token: string): Promise<MessageRef | "absent" | "unknown"> {
  const channel = post.place.channel;
  let cursor: string | undefined;
  for (let page = 0; page < PAGE.most; page += 1) {
    const answer = await pageOf(mail, post, token, cursor);
    const found = objectsAt(answer, "messages").find((message) => keyOf(message) === post.key);
    if (found !== undefined) return slackRef(channel, textAt(found, "ts") ?? "");
    cursor = textAt(objectAt(answer, "response_metadata"), "next_cursor");
    if (cursor === undefined) return "absent";
  }
  return threadOf(post.place, post.replyTo) === undefined ? "absent" : "unknown";
}

/** A channel is read from its end and a thread from its beginning: that is how Slack gives them. */
async function pageOf({ clients }: Mail, post: Sought, token: string, cursor: string | undefined): Promise<Json> {
  const ts = threadOf(post.place, post.replyTo);
  const { conversations } = clients.posts;
  const page = {
    token,
    channel: post.place.channel,
    limit: PAGE.messages,
    include_all_metadata: true,
    ...(cursor === undefined ? {} : { cursor }),
  };
  const answer = ts === undefined ? await conversations.history(page) : await conversations.replies({ ...page, ts });
  return { ...answer };
}

function keyOf(message: Json): string | undefined {
  const metadata = objectAt(message, "metadata");
  return metadata["event_type"] === POST_EVENT ? textAt(objectAt(metadata, "event_payload"), "key") : undefined;
}
