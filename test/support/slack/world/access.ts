import { nextId } from "./ids.ts";
import { orRefuse, refuse } from "./refusal.ts";
import type { Channel, Message, Token, World } from "./world.ts";

/** The channel, if the token's owner may know that it exists. */
export function visibleChannel(world: World, token: Token, id: string): Channel {
  const channel = orRefuse(world.channels.get(id), "channel_not_found");
  const inReach =
    channel.team === token.team ||
    channel.sharedWith.includes(token.team) ||
    isOfOneInstallation(world, channel, token);
  if (!inReach || (channel.kind !== "public" && !isMember(channel, token))) refuse("channel_not_found");
  return channel;
}

/** The token of an organisation is good in all its workspaces. */
function isOfOneInstallation(world: World, channel: Channel, token: Token): boolean {
  const [home, owner] = [world.teams.get(channel.team), world.teams.get(token.team)];
  return owner?.isOrgWide === true && owner.enterprise === home?.enterprise;
}

/** The channel, if the token's owner may read in it. */
export function readableChannel(world: World, token: Token, id: string): Channel {
  const channel = visibleChannel(world, token, id);
  if (!isMember(channel, token)) refuse("not_in_channel");
  needScope(token, historyScope(channel));
  return channel;
}

/** The channel, if the token's owner may write in it. A person's id stands for the direct messages with them. */
export function writableChannel(world: World, token: Token, id: string): Channel {
  const channel = world.users.has(id) ? openDirect(world, token.user, id) : visibleChannel(world, token, id);
  if (channel.archived) refuse("is_archived");
  if (!isMember(channel, token) && !token.scopes.includes("chat:write.public")) refuse("not_in_channel");
  return channel;
}

export function messageIn(channel: Channel, ts: string): Message {
  const message = orRefuse(channel.messages.get(ts), "message_not_found");
  return message.subtype === "tombstone" ? refuse("message_not_found") : message;
}

export function openDirect(world: World, one: string, other: string): Channel {
  const person = orRefuse(world.users.get(other), "user_not_found");
  if (person.kind === "deactivated") refuse("user_disabled");
  const known = [...world.channels.values()].find(
    (channel) => channel.kind === "im" && channel.members.includes(one) && channel.members.includes(other),
  );
  if (known !== undefined) return known;
  const channel: Channel = {
    id: nextId(world, "D"),
    team: world.users.get(one)?.team ?? person.team,
    name: "directmessage",
    kind: "im",
    archived: false,
    members: [one, other],
    sharedWith: [],
    messages: new Map(),
    ephemerals: new Map(),
    threads: new Map(),
    deleted: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export function needScope(token: Token, scope: string): void {
  if (token.scopes.includes(scope)) return;
  refuse("missing_scope", [], { needed: scope, provided: token.scopes.join(",") });
}

function historyScope(channel: Channel): string {
  return `${SCOPE_NOUNS[channel.kind]}:history`;
}

/** What the four kinds of conversation are called in scopes and events. */
export const SCOPE_NOUNS = { public: "channels", private: "groups", im: "im", mpim: "mpim" } as const;

export function isMember(channel: Channel, token: Token): boolean {
  return channel.members.includes(token.user);
}
