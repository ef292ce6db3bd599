import { type Json, stringAt } from "../json.ts";
import { isMember, needScope, openDirect, readableChannel, SCOPE_NOUNS, visibleChannel } from "../world/access.ts";
import { refuse } from "../world/refusal.ts";
import { wireChannel, wireMessage } from "../world/wire.ts";
import type { Channel, Message } from "../world/world.ts";
import type { ArgumentTable } from "./arguments.ts";
import type { Call, Method } from "./method.ts";

const tokens = ["bot", "user"] as const;
const page: ArgumentTable = {
  "channel!": "text",
  cursor: "text",
  limit: "number",
  oldest: "text",
  latest: "text",
  inclusive: "flag",
  include_all_metadata: "flag",
};

/** {@link https://docs.slack.dev/reference/methods?family=conversations} */
export const CONVERSATIONS = {
  "conversations.history": { tier: 3, tokens, scopes: [], args: page, run: history },
  "conversations.replies": { tier: 3, tokens, scopes: [], args: { ...page, "ts!": "text" }, run: replies },
  "conversations.info": {
    tier: 3,
    tokens,
    scopes: [],
    args: { "channel!": "text", include_num_members: "flag", include_locale: "flag" },
    run: info,
  },
  "conversations.members": {
    tier: 4,
    tokens,
    scopes: [],
    args: { "channel!": "text", cursor: "text", limit: "number" },
    run: members,
  },
  "conversations.open": {
    tier: 3,
    tokens,
    scopes: ["im:write"],
    args: { users: "text", channel: "text", return_im: "flag", prevent_creation: "flag" },
    run: open,
  },
  "conversations.join": { tier: 3, tokens, scopes: ["channels:join"], args: { "channel!": "text" }, run: join },
} as const satisfies { readonly [name: string]: Method };

function history(call: Call): Json {
  const channel = readableChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
  const roots = [...channel.messages.values()].filter((message) => message.threadTs === undefined || message.broadcast);
  return paged(call, roots.toReversed());
}

/** The parent first, then the replies, oldest first. */
function replies(call: Call): Json {
  const channel = readableChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
  const ts = stringAt(call.args, "ts") ?? "";
  const asked = channel.messages.get(ts) ?? refuse("thread_not_found");
  const root = asked.threadTs ?? asked.ts;
  return paged(
    call,
    [...channel.messages.values()].filter((message) => message.ts === root || message.threadTs === root),
  );
}

function paged(call: Call, messages: readonly Message[]): Json {
  const { oldest = "0", latest = "9999999999", inclusive } = call.args;
  const inside = messages.filter(({ ts }) => {
    if (inclusive === true && (ts === oldest || ts === latest)) return true;
    return Number(ts) > Number(oldest) && Number(ts) < Number(latest);
  });
  const limit = typeof call.args["limit"] === "number" ? call.args["limit"] : 100;
  if (!(limit >= 1 && limit <= 1000)) refuse("invalid_limit");
  const from = cursorIn(call);
  const more = inside.length > from + limit;
  const withMetadata = call.args["include_all_metadata"] === true;
  return {
    messages: inside.slice(from, from + limit).map((message) => wireMessage(call.world, message, withMetadata)),
    has_more: more,
    response_metadata: { next_cursor: more ? Buffer.from(`next:${from + limit}`).toString("base64") : "" },
  };
}

function cursorIn(call: Call): number {
  const cursor = stringAt(call.args, "cursor");
  if (cursor === undefined || cursor === "") return 0;
  const found = /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString());
  return found === null ? refuse("invalid_cursor") : Number(found[1]);
}

function info(call: Call): Json {
  const channel = named(call);
  needScope(call.token, `${SCOPE_NOUNS[channel.kind]}:read`);
  return { channel: wireChannel(channel, call.token.user) };
}

function members(call: Call): Json {
  const channel = named(call);
  needScope(call.token, `${SCOPE_NOUNS[channel.kind]}:read`);
  return { members: channel.members, response_metadata: { next_cursor: "" } };
}

function open(call: Call): Json {
  const users = (stringAt(call.args, "users") ?? "").split(",").filter((user) => user !== "");
  const [user] = users;
  if (user === undefined) return refuse("users_list_not_supplied");
  if (users.length > 1) return refuse("not_enough_users");
  return { channel: { id: openDirect(call.world, call.token.user, user).id } };
}

function join(call: Call): Json {
  const channel = named(call);
  if (channel.archived) refuse("is_archived");
  if (channel.kind !== "public") refuse("method_not_supported_for_channel_type");
  if (isMember(channel, call.token))
    return { channel: wireChannel(channel, call.token.user), warning: "already_in_channel" };
  const joined = { ...channel, members: [...channel.members, call.token.user] };
  call.world.channels.set(channel.id, joined);
  return { channel: wireChannel(joined, call.token.user) };
}

function named(call: Call): Channel {
  return visibleChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
}
