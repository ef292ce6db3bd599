import { channelJson, threadMemberJson } from "../wire/channel.ts";
import { userMay } from "./permissions.ts";
import { tellChannel } from "./dispatch.ts";
import type { Thread } from "./places.ts";
import type { World } from "./world.ts";

export type ThreadPlan = {
  readonly parent: string;
  readonly guild: string;
  readonly name: string;
  readonly owner: string;
  readonly autoArchive: number;
  readonly private?: boolean;
  readonly tags?: readonly string[];
  /** A thread that grows out of a message has the id of that message. */
  readonly id?: string;
};

/** Opens a thread with its owner in it. */
export function openThread(world: World, plan: ThreadPlan, at: number): Thread {
  const thread: Thread = {
    id: world.nextId(at),
    private: false,
    tags: [],
    ...plan,
    kind: "thread",
    archived: false,
    locked: false,
    createdAt: at,
    activeAt: at,
    archivedAt: at,
    members: [plan.owner],
  };
  world.channels.set(thread.id, thread);
  world.messages.set(thread.id, new Map());
  tellThread(world, thread, "THREAD_CREATE");
  return thread;
}

/** Changes a thread and tells the gateway. */
export function changeThread(world: World, thread: Thread, change: Partial<Thread>, at: number): Thread {
  const moved = change.archived !== undefined && change.archived !== thread.archived;
  const changed: Thread = { ...thread, ...change, ...(moved ? { archivedAt: at } : {}) };
  world.channels.set(thread.id, changed);
  tellThread(world, changed, "THREAD_UPDATE");
  return changed;
}

/** A message keeps a thread awake, and wakes an archived one. */
export function wake(world: World, channelId: string, at: number): void {
  const thread = world.channels.get(channelId);
  if (thread?.kind !== "thread") return;
  world.channels.set(thread.id, { ...thread, activeAt: at });
  if (thread.archived) changeThread(world, { ...thread, activeAt: at }, { archived: false }, at);
}

/** Threads in which nobody wrote for their `autoArchive` minutes are archived. */
export function archiveIdle(world: World, at: number): void {
  for (const channel of world.channels.values()) {
    if (channel.kind !== "thread" || channel.archived) continue;
    if (at - channel.activeAt >= channel.autoArchive * 60_000) changeThread(world, channel, { archived: true }, at);
  }
}

/** Whoever writes or is mentioned in a thread becomes a member of it. Does nothing elsewhere. */
export function joinThread(world: World, channelId: string, user: string): void {
  const thread = world.channels.get(channelId);
  if (thread?.kind !== "thread" || thread.members.includes(user) || !userMay(world, thread, user, "VIEW_CHANNEL"))
    return;
  const joined: Thread = { ...thread, members: [...thread.members, user] };
  world.channels.set(thread.id, joined);
  tellMembers(world, joined, { added_members: [threadMemberJson(joined, user)] });
}

export function leaveThread(world: World, thread: Thread, user: string): void {
  if (!thread.members.includes(user)) return;
  const left: Thread = { ...thread, members: thread.members.filter((one) => one !== user) };
  world.channels.set(thread.id, left);
  tellMembers(world, left, { removed_member_ids: [user] });
}

export function deleteThread(world: World, thread: Thread): void {
  const { id, guild, parent } = thread;
  tellAbout(world, thread, "THREAD_DELETE", { id, guild_id: guild, parent_id: parent, type: thread.private ? 12 : 11 });
  world.channels.delete(id);
}

function tellThread(world: World, thread: Thread, t: "THREAD_CREATE" | "THREAD_UPDATE"): void {
  const created = t === "THREAD_CREATE" ? { newly_created: true } : {};
  tellAbout(world, thread, t, { ...channelJson(world, thread), ...created });
}

function tellMembers(world: World, thread: Thread, change: object): void {
  const d = { id: thread.id, guild_id: thread.guild, member_count: thread.members.length, ...change };
  tellAbout(world, thread, "THREAD_MEMBERS_UPDATE", d);
}

function tellAbout(world: World, thread: Thread, t: string, d: { readonly [key: string]: unknown }): void {
  tellChannel(world, thread.id, { t, d, guildIntent: "guilds", directIntent: "guilds" });
}
