import type { Channel, Message, World } from "../world/world.ts";

/** A channel as it looks now. What it gives are snapshots: they don't change when the message does. */
export class Room {
  readonly #world: World;
  readonly #id: string;

  constructor(world: World, id: string) {
    this.#world = world;
    this.#id = id;
  }

  /** The channel itself: no replies but those that were also sent to the channel. Oldest first. */
  messages(): readonly Message[] {
    return this.everything().filter((message) => message.threadTs === undefined || message.broadcast);
  }

  /** The parent and its replies. */
  thread(ts: string): readonly Message[] {
    return this.everything().filter((message) => message.ts === ts || message.threadTs === ts);
  }

  ephemeralFor(user: string): readonly Message[] {
    return [...this.#channel.ephemerals.values()].filter((message) => message.to === user);
  }

  /** All that this person can read here, threads and private messages too, oldest first; nothing for strangers. */
  seenBy(user: string): readonly Message[] {
    const open = this.#channel.kind === "public" && this.#world.users.get(user)?.team === this.#channel.team;
    if (!open && !this.#channel.members.includes(user)) return [];
    return [...this.everything(), ...this.ephemeralFor(user)].toSorted((a, b) => a.ts.localeCompare(b.ts));
  }

  everything(): readonly Message[] {
    return [...this.#channel.messages.values()];
  }

  deleted(): readonly Message[] {
    return this.#channel.deleted;
  }

  archive(archived = true): void {
    this.#world.channels.set(this.#id, { ...this.#channel, archived });
  }

  /** Lets people or the bot in. */
  invite(...users: readonly string[]): void {
    this.#members([...this.#channel.members, ...users]);
  }

  remove(...users: readonly string[]): void {
    this.#members(this.#channel.members.filter((member) => !users.includes(member)));
  }

  #members(members: readonly string[]): void {
    this.#world.channels.set(this.#id, { ...this.#channel, members: [...new Set(members)] });
  }

  get #channel(): Channel {
    const channel = this.#world.channels.get(this.#id);
    if (channel === undefined)
      throw new Error(`Cannot find channel ${this.#id}: it is not part of this world. Name it in the setting.`);
    return channel;
  }
}
