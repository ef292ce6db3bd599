import { type Json, stringAt } from "../json.ts";
import { isMember, messageIn, visibleChannel } from "../world/access.ts";
import { announceReaction } from "../world/events.ts";
import { react, unreact } from "../world/reactions.ts";
import { refuse } from "../world/refusal.ts";
import type { Message } from "../world/world.ts";
import type { Call, Method } from "./method.ts";

const shared = {
  tokens: ["bot", "user"],
  scopes: ["reactions:write"],
  args: { "channel!": "text", "timestamp!": "text", "name!": "text" },
} as const;

/** {@link https://docs.slack.dev/reference/methods?family=reactions} */
export const REACTIONS = {
  "reactions.add": { ...shared, tier: 3, run: add },
  "reactions.remove": { ...shared, tier: 2, run: remove },
} as const satisfies { readonly [name: string]: Method };

function add(call: Call): Json {
  const name = stringAt(call.args, "name") ?? "";
  const message = react(call.world, target(call), name, call.token.user);
  announceReaction(call.world, message, name, call.token.user, "reaction_added", call.now, call.publish);
  return {};
}

function remove(call: Call): Json {
  const name = stringAt(call.args, "name") ?? "";
  const message = unreact(call.world, target(call), name, call.token.user);
  announceReaction(call.world, message, name, call.token.user, "reaction_removed", call.now, call.publish);
  return {};
}

function target(call: Call): Message {
  const channel = visibleChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
  if (channel.archived) refuse("is_archived");
  if (!isMember(channel, call.token)) refuse("not_in_channel");
  return messageIn(channel, stringAt(call.args, "timestamp") ?? "");
}
