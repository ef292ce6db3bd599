import type { Json } from "../json.ts";
import { announceEdit, announcePost } from "../world/events.ts";
import { post, rewrite } from "../world/messages.ts";
import type { Message } from "../world/world.ts";
import type { Stage } from "./person.ts";

/** What an app other than ours posts. With a `user` it is an app of today, without one an integration of old. */
export type Posting = {
  readonly text?: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly user?: string;
  readonly thread?: string;
};

/** Posts as an app of that name does. */
export function postsAs(stage: Stage, name: string, channel: string, posting: Posting): Message {
  const { user, thread, ...content } = posting;
  const where = stage.world.channels.get(channel);
  if (where === undefined) throw new Error(`Cannot post into ${channel}: it is not part of this world.`);
  const author = { user: user ?? "", botId: `B${name}`, app: { id: `A${name}`, name } };
  const subtype = user === undefined ? "bot_message" : undefined;
  const message = post(stage.world, where, { ...content, author, subtype, threadTs: thread }, stage.now());
  announcePost(stage.world, message, stage.publish);
  return message;
}

/** Writes anew what it had posted. */
export function editsAs(stage: Stage, { channel, ts }: Message, posting: Posting): Message {
  const current = stage.world.channels.get(channel)?.messages.get(ts);
  if (current === undefined) throw new Error(`Cannot edit ${ts}: it is not there.`);
  const { text, blocks, attachments } = posting;
  const content = { text: text ?? "", blocks: blocks ?? [], attachments: attachments ?? [] };
  const changed = rewrite(stage.world, current, content, current.author.user, stage.now());
  announceEdit(stage.world, current, changed, stage.now(), stage.publish);
  return changed;
}
