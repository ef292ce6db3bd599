import { allowedMentions } from "../world/mentions.ts";
import type { Embed, Message } from "../world/message.ts";
import { post } from "../world/post.ts";
import { revise } from "../world/revise.ts";
import { placeOf } from "./scene.ts";
import type { Place, Scene } from "./scene.ts";

/** What another program posts, by a webhook or as a bot. */
export type Posting = { readonly content?: string; readonly embeds?: readonly Embed[]; readonly replyTo?: string };

export function postsAs(
  scene: Scene,
  name: string,
  place: Place,
  { content = "", embeds = [], replyTo }: Posting,
  by: "webhook" | "bot",
): Message {
  const { world, clock } = scene;
  const known = [...world.users.values()].find((user) => user.bot && user.name === name);
  const user = known ?? { id: world.nextId(clock.now()), name, bot: true };
  world.users.set(user.id, user);
  const reply = replyTo === undefined ? {} : ({ kind: "reply", replyTo } as const);
  const sender = by === "webhook" ? { webhook: user.id } : {};
  const draft = {
    channel: placeOf(scene, place).id,
    author: user.id,
    content,
    embeds,
    allowed: allowedMentions(undefined),
  };
  const message = post(world, { ...draft, ...reply, ...sender }, clock.now());
  scene.changed();
  return message;
}

/** Writes anew what it had posted. */
export function editsAs(scene: Scene, { channel, id }: MessageRef, { content = "", embeds = [] }: Posting): Message {
  const message = scene.world.messages.get(channel)?.get(id);
  if (message === undefined) throw new Error(`Cannot edit ${id}: it is not there.`);
  const revised = revise(scene.world, message, { content, embeds }, allowedMentions(undefined), scene.clock.now());
  scene.changed();
  return revised;
}

type MessageRef = Pick<Message, "channel" | "id">;
