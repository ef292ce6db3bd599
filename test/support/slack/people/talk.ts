import type { Json } from "../json.ts";
import { announceDeletion, announceEdit, announcePost, announceReaction } from "../world/events.ts";
import { nextId } from "../world/ids.ts";
import { post, remove, rewrite } from "../world/messages.ts";
import { react } from "../world/reactions.ts";
import { typed } from "../world/typed.ts";
import type { Channel, Message, User, World } from "../world/world.ts";
import { channelOf } from "./payloads.ts";
import type { Stage } from "./person.ts";

export type Saying = {
  /** The ts of the parent. */
  readonly thread?: string;
  readonly broadcast?: boolean;
  readonly files?: readonly Upload[];
  /** The text exactly as Slack would send it, for what no keyboard types. */
  readonly raw?: boolean;
  /** Instead of the blocks that Slack makes of the text. */
  readonly blocks?: readonly Json[];
};

type Upload = { readonly name: string; readonly content: string | Uint8Array; readonly mimetype?: string };

export function says(stage: Stage, user: User, channel: Channel, keys: string, saying: Saying): Message {
  if (channel.archived) throw new Error(`Cannot write in ${channel.id}: it is archived.`);
  const { text, blocks } = saying.raw === true ? { text: keys, blocks: [] } : typed(stage.world, keys);
  const files = (saying.files ?? []).map((upload) => store(stage, user, channel, upload));
  const draft = {
    text,
    blocks: saying.blocks ?? blocks,
    files,
    author: { user: user.id, botId: undefined },
    threadTs: saying.thread,
    broadcast: saying.broadcast ?? false,
    subtype: files.length > 0 ? "file_share" : undefined,
  };
  const message = post(stage.world, channel, draft, stage.now());
  announcePost(stage.world, message, stage.publish);
  return message;
}

export function edits(stage: Stage, user: User, message: Message, keys: string): Message {
  const current = own(stage.world, user, message);
  const changed = rewrite(stage.world, current, typed(stage.world, keys), user.id, stage.now());
  announceEdit(stage.world, current, changed, stage.now(), stage.publish);
  return changed;
}

export function deletes(stage: Stage, user: User, message: Message): void {
  const current = own(stage.world, user, message);
  remove(channelOf(stage.world, current), current);
  announceDeletion(stage.world, current, stage.now(), stage.publish);
}

export function reacts(stage: Stage, user: User, message: Message, name: string): void {
  const current = channelOf(stage.world, message).messages.get(message.ts) ?? message;
  const changed = react(stage.world, current, name, user.id);
  announceReaction(stage.world, changed, name, user.id, "reaction_added", stage.now(), stage.publish);
}

function own(world: World, user: User, message: Message): Message {
  const current = channelOf(world, message).messages.get(message.ts);
  if (current?.author.user !== user.id)
    throw new Error(`Cannot change message ${message.ts}: it is not ${user.id}'s, or it is gone.`);
  return current;
}

function store(stage: Stage, user: User, channel: Channel, upload: Upload): string {
  const id = nextId(stage.world, "F");
  stage.world.files.set(id, {
    mimetype: "text/plain",
    ...upload,
    id,
    team: user.team,
    user: user.id,
    channels: [channel.id],
    created: stage.now(),
  });
  return id;
}
