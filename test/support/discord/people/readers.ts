import type { Message } from "../world/message.ts";
import type { Channel, Thread } from "../world/places.ts";
import { compareIds } from "../world/snowflake.ts";
import { placeOf } from "./scene.ts";
import type { Place, Scene } from "./scene.ts";
import type { World } from "../world/world.ts";

/** A channel or thread as everybody in it sees it. */
export type ChannelReader = {
  readonly id: string;
  readonly now: () => Channel;
  /** What everybody sees, oldest first: no ephemeral or deleted messages, none of Discord's own lines. */
  readonly messages: () => readonly Message[];
  readonly last: () => Message | undefined;
  readonly deleted: () => readonly Message[];
  /** The threads in it, archived ones too. */
  readonly threads: () => readonly Thread[];
};

export function channelReader(scene: Scene, place: Place): ChannelReader {
  const { world } = scene;
  const { id } = placeOf(scene, place);
  const messages = () => everyone(world, id).filter((message) => message.deletedAt === undefined);
  return {
    id,
    now: () => placeOf(scene, id),
    messages,
    last: () => messages().at(-1),
    deleted: () => everyone(world, id).filter((message) => message.deletedAt !== undefined),
    threads: () => [...world.channels.values()].filter(isThread).filter((one) => one.parent === id),
  };
}

/** A reader of something known to be a thread. */
export type ThreadReader = Omit<ChannelReader, "now"> & { readonly now: () => Thread };

/** The thread of that name or id, or the one that grew out of a message. */
export function threadReader(scene: Scene, place: Place): ThreadReader {
  const reader = channelReader(scene, place);
  const now = (): Thread => {
    const channel = placeOf(scene, reader.id);
    if (isThread(channel)) return channel;
    throw new Error(
      `Cannot read thread "${"name" in channel ? channel.name : channel.id}": it is a ${channel.kind}. Use channel().`,
    );
  };
  return { ...reader, now };
}

/** What only this person sees, oldest first. */
export function ephemeralFor(world: World, user: string): readonly Message[] {
  const messages = [...world.messages.values()].flatMap((channel) => Array.from(channel.values()));
  return messages
    .filter((one) => one.onlyFor === user && one.deletedAt === undefined)
    .toSorted((a, b) => compareIds(a.id, b.id));
}

function everyone(world: World, channel: string): readonly Message[] {
  const messages = [...(world.messages.get(channel)?.values() ?? [])];
  return messages.filter(
    (one) => one.onlyFor === undefined && one.kind !== "thread-created" && one.kind !== "thread-starter",
  );
}

function isThread(channel: Channel): channel is Thread {
  return channel.kind === "thread";
}
