import { channelJson } from "../../wire/channel.ts";
import { guildJson } from "../../wire/guild.ts";
import { memberJson, roleJson, userJson } from "../../wire/user.ts";
import { compareIds } from "../../world/snowflake.ts";
import type { Member } from "../../world/places.ts";
import { json, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { refuse } from "../errors.ts";
import { guildOfPath } from "../guard.ts";

/** Guilds, their channels, roles and members; and people by themselves. */
export const guildRoutes: readonly Route[] = [
  { method: "GET", path: "/guilds/:guild", handle: (call) => json(guildJson(guildOfPath(call))) },
  { method: "GET", path: "/guilds/:guild/channels", handle: channels },
  { method: "GET", path: "/guilds/:guild/roles", handle: roles },
  { method: "GET", path: "/guilds/:guild/members", handle: members },
  { method: "GET", path: "/guilds/:guild/members/search", handle: search },
  { method: "GET", path: "/guilds/:guild/members/:user", handle: member },
  { method: "GET", path: "/users/:user", handle: user },
];

function channels(call: Call): Reply {
  const guild = guildOfPath(call);
  const inside = [...call.world.channels.values()].filter(
    (one) => one.kind !== "dm" && one.kind !== "thread" && one.guild === guild.id,
  );
  return json(inside.map((channel) => channelJson(call.world, channel)));
}

function roles(call: Call): Reply {
  const guild = guildOfPath(call);
  return json(guild.roles.map((role) => roleJson(guild, role)));
}

function members(call: Call): Reply {
  const after = call.query.get("after") ?? "0";
  const limit = Number(call.query.get("limit") ?? 1);
  const later = guildOfPath(call).members.filter((one) => compareIds(one.user, after) > 0);
  return listed(call, later.slice(0, limit));
}

function search(call: Call): Reply {
  const query = (call.query.get("query") ?? "").toLowerCase();
  const named = guildOfPath(call).members.filter((one) => nameOf(call, one).toLowerCase().startsWith(query));
  return listed(call, named.slice(0, Number(call.query.get("limit") ?? 1)));
}

function member(call: Call): Reply {
  const found = guildOfPath(call).members.find((one) => one.user === param(call, "user"));
  return json(memberJson(call.world, found ?? refuse("unknownMember")));
}

function user(call: Call): Reply {
  return json(userJson(call.world.users.get(param(call, "user")) ?? refuse("unknownUser")));
}

function listed(call: Call, some: readonly Member[]): Reply {
  return json(some.map((one) => memberJson(call.world, one)));
}

function nameOf(call: Call, one: Member): string {
  return one.nick ?? call.world.users.get(one.user)?.name ?? "";
}
