import type { Setup } from "../discord.ts";
import type { DiscordOptions } from "../options.ts";
import { addChannel, addGuild, addRole, addUser, deleteChannel, giveRoles, join, setForBot } from "../world/build.ts";
import type { ChannelPlan } from "../world/build.ts";
import type { Permission } from "../world/permissions.ts";
import type { Guild, GuildChannel } from "../world/places.ts";
import { remove } from "../world/revise.ts";
import { changeThread } from "../world/threads.ts";
import { editsAs, postsAs } from "./monitor.ts";
import { person } from "./person.ts";
import type { Person } from "./person.ts";
import { placeOf, userNamed, visibleMessage } from "./scene.ts";
import type { Place, Scene } from "./scene.ts";

/** Builds the first guild, and answers how to build on. */
export function setup(scene: Scene, options: Required<DiscordOptions>): Setup {
  const { world } = scene;
  const now = (): number => scene.clock.now();
  const first = newGuild(scene, options.guild, options.channels);
  const people = new Map<string, Person>();
  const done = <T>(result: T): T => {
    scene.changed();
    return result;
  };
  return {
    guild: () => world.guilds.get(first.id) ?? first,
    addGuild: (name, channels = ["general"]) => done(newGuild(scene, name, channels)),
    addChannel: (plan, guild = first) => done(addChannel(world, guild.id, planOf(plan), now())),
    addRole: (name, ...names) => {
      const role = addRole(world, first.id, name, now());
      for (const one of names) grant(scene, first.id, meet(scene, people, one, first).id, role.id);
      return done(role.id);
    },
    user: (name, guild = first) => done(meet(scene, people, name, guild)),
    appPosts: (name, place, posting, by = "webhook") => postsAs(scene, name, place, posting, by),
    appEdits: (message, posting) => editsAs(scene, message, posting),
    allow: (place, ...permissions) => done(permit(scene, place, permissions, true)),
    deny: (place, ...permissions) => done(permit(scene, place, permissions, false)),
    setThread: (place, change) => {
      const thread = placeOf(scene, place);
      if (thread.kind !== "thread") throw new Error(`Cannot change thread ${thread.id}: it is a ${thread.kind}.`);
      done(changeThread(world, thread, change, now()));
    },
    removeMessage: (ref) => done(void remove(world, visibleMessage(scene, ref, world.bot), now())),
    removeChannel: (place) => done(deleteChannel(world, guildChannel(scene, place))),
  };
}

function newGuild(scene: Scene, name: string, channels: readonly (string | ChannelPlan)[]): Guild {
  const guild = addGuild(scene.world, name, scene.clock.now());
  for (const plan of channels) addChannel(scene.world, guild.id, planOf(plan), scene.clock.now());
  return scene.world.guilds.get(guild.id) ?? guild;
}

function planOf(plan: string | ChannelPlan): ChannelPlan {
  return typeof plan === "string" ? { name: plan } : plan;
}

/** The person of that name, who becomes a member of the guild if they are not. */
function meet(scene: Scene, people: Map<string, Person>, name: string, { id }: Guild): Person {
  const { world, clock } = scene;
  const known = people.get(name);
  const user = known === undefined ? addUser(world, name, clock.now()) : userNamed(world, known.id);
  const members = world.guilds.get(id)?.members ?? [];
  if (!members.some((member) => member.user === user.id)) join(world, id, user, clock.now());
  const somebody = known ?? person(scene, user, firstChannel(scene, id));
  people.set(name, somebody);
  return somebody;
}

function firstChannel({ world }: Scene, guild: string): Place {
  return [...world.channels.values()].find((one) => one.kind === "text" && one.guild === guild) ?? "dm";
}

function grant({ world }: Scene, guild: string, user: string, role: string): void {
  const member = world.guilds.get(guild)?.members.find((one) => one.user === user);
  giveRoles(world, guild, user, [...(member?.roles ?? []), role]);
}

function permit(scene: Scene, place: Place, permissions: readonly Permission[], allowed: boolean): void {
  for (const permission of permissions) setForBot(scene.world, guildChannel(scene, place), permission, allowed);
}

function guildChannel(scene: Scene, place: Place): GuildChannel {
  const channel = placeOf(scene, place);
  if ("overwrites" in channel) return channel;
  throw new Error(`Cannot change ${channel.id} so: it is a ${channel.kind}, no channel of a guild.`);
}
