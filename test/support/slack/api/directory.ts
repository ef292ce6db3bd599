import { type Json, stringAt } from "../json.ts";
import { orRefuse, refuse } from "../world/refusal.ts";
import { wireFile, wireUser } from "../world/wire.ts";
import type { Call, Method } from "./method.ts";

const tokens = ["bot", "user"] as const;

/** Who and what there is: people, groups, the workspace, files. */
export const DIRECTORY = {
  "users.info": {
    tier: 4,
    tokens,
    scopes: ["users:read"],
    args: { "user!": "text", include_locale: "flag" },
    run: userInfo,
  },
  "usergroups.list": {
    tier: 2,
    tokens,
    scopes: ["usergroups:read"],
    args: { include_count: "flag", include_disabled: "flag", include_users: "flag", team_id: "text" },
    run: groups,
  },
  "usergroups.users.list": {
    tier: 2,
    tokens,
    scopes: ["usergroups:read"],
    args: { "usergroup!": "text", include_disabled: "flag" },
    run: groupMembers,
  },
  "team.info": { tier: 3, tokens, scopes: ["team:read"], args: { team: "text", domain: "text" }, run: teamInfo },
  "files.info": {
    tier: 4,
    tokens,
    scopes: ["files:read"],
    args: { "file!": "text", count: "number", cursor: "text", limit: "number", page: "number" },
    run: fileInfo,
  },
} as const satisfies { readonly [name: string]: Method };

/** People of other workspaces are known only where a channel is shared with them. */
function userInfo(call: Call): Json {
  const user = orRefuse(call.world.users.get(stringAt(call.args, "user") ?? ""), "user_not_found");
  const shares = [...call.world.channels.values()].some(
    (channel) => channel.members.includes(user.id) && channel.members.includes(call.token.user),
  );
  if (user.team !== call.token.team && !shares) refuse("user_not_visible");
  return { user: wireUser(user, call.token.team) };
}

/** {@link https://docs.slack.dev/reference/methods/usergroups.list} */
function groups(call: Call): Json {
  const asked = stringAt(call.args, "team_id") ?? call.token.team;
  if (asked !== call.token.team) refuse("team_not_found");
  const own = [...call.world.groups.values()].filter(({ team }) => team === asked);
  const withUsers = call.args["include_users"] === true;
  return {
    usergroups: own.map(({ id, team, handle, members }) => ({
      id,
      team_id: team,
      is_usergroup: true,
      handle,
      name: handle,
      user_count: members.length,
      ...(withUsers ? { users: members } : {}),
    })),
  };
}

function groupMembers(call: Call): Json {
  const group = call.world.groups.get(stringAt(call.args, "usergroup") ?? "");
  if (group?.team !== call.token.team) return refuse("no_such_subteam");
  return { users: group.members };
}

function teamInfo(call: Call): Json {
  const asked = stringAt(call.args, "team") ?? call.token.team;
  if (asked !== call.token.team) refuse("team_not_found");
  const team = orRefuse(call.world.teams.get(asked), "team_not_found");
  return { team: { id: team.id, name: team.name, domain: team.domain } };
}

function fileInfo(call: Call): Json {
  const file = orRefuse(call.world.files.get(stringAt(call.args, "file") ?? ""), "file_not_found");
  const within = file.channels.some((id) => call.world.channels.get(id)?.members.includes(call.token.user));
  return within ? { file: wireFile(file)[0] } : refuse("file_not_found");
}
