import type { VirtualClock } from "../clock.ts";
import type { Channel, User } from "../world/places.ts";
import type { Message } from "../world/message.ts";
import { messageIn } from "../world/revise.ts";
import { userMay } from "../world/permissions.ts";
import { openDirect } from "../world/build.ts";
import type { World } from "../world/world.ts";

/** What people act in. */
export type Scene = {
  readonly world: World;
  readonly clock: VirtualClock;
  /** Hands events to the gateway and wakes whoever waits. Called after everything a person does. */
  readonly changed: () => void;
  /** Waits until the probe finds something. `what` says what was waited for. */
  readonly until: <T>(probe: () => T | undefined | false, what: string) => Promise<T>;
};

/** A channel or thread by name or id; `dm` is one's own line to the bot. Or anything that has an id or is in a channel. */
export type Place = string | { readonly id: string };

/** A message as tests hold it: any snapshot of it will do. */
export type MessageRef = { readonly id: string; readonly channel: string };

export function placeOf(scene: Scene, place: Place, user?: User): Channel {
  const { world, clock } = scene;
  if (place === "dm" && user !== undefined) return openDirect(world, user.id, clock.now());
  const wanted = typeof place === "string" ? place : place.id;
  const channels = [...world.channels.values()];
  const found = world.channels.get(wanted) ?? channels.findLast((one) => "name" in one && one.name === wanted);
  if (found !== undefined) return found;
  const names = channels.flatMap((one) => ("name" in one ? [one.name] : [])).join(", ");
  throw new Error(`Cannot find channel "${wanted}": there are ${names}. Add it with addChannel.`);
}

/** The place, if that person can look into it. */
export function visiblePlace(scene: Scene, place: Place, user: User): Channel {
  const channel = placeOf(scene, place, user);
  if (userMay(scene.world, channel, user.id, "VIEW_CHANNEL")) return channel;
  throw new Error(
    `${user.name} cannot go to "${typeof place === "string" ? place : place.id}": no permission to view it. Make ${user.name} a member first.`,
  );
}

/** The message as it is now, if that person can see it. */
export function visibleMessage(scene: Scene, ref: MessageRef, user: User): Message {
  const message = messageIn(scene.world, ref.channel, ref.id);
  if (message === undefined) throw new Error(`${user.name} cannot use message ${ref.id}: it was deleted.`);
  if (message.onlyFor !== undefined && message.onlyFor !== user.id)
    throw new Error(`${user.name} cannot use message ${ref.id}: only somebody else can see it.`);
  visiblePlace(scene, ref.channel, user);
  return message;
}

export function userNamed(world: World, name: string): User {
  const found = world.users.get(name) ?? [...world.users.values()].find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`Cannot find "${name}": nobody has that name. Meet them with user("${name}") first.`);
  return found;
}
