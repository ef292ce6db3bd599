import { compact, type Json } from "../json.ts";
import { nextTs } from "../world/ids.ts";
import { newResponseUrl, newTrigger } from "../world/lifetimes.ts";
import { wireMessage, wireView } from "../world/wire.ts";
import type { Channel, Message, User, View, World } from "../world/world.ts";

/** Where an interaction comes from, as the payload builders need it. */
export type Scene = { readonly world: World; readonly user: User; readonly now: number; readonly origin: string };

/** The workspace whose installation is told: the one that owns the channel, for guests from elsewhere too. */
function teamOf({ world, user }: Scene, channel?: Channel): string {
  const hosts = channel === undefined ? [user.team] : [channel.team, ...channel.sharedWith];
  return hosts.find((team) => world.teams.get(team)?.bot !== undefined) ?? user.team;
}

/** {@link https://docs.slack.dev/interactivity/implementing-slash-commands} */
export function commandPayload(scene: Scene, channel: Channel, command: string, text: string): Json {
  const team = teamOf(scene, channel);
  const { domain, enterprise, isOrgWide = false } = scene.world.teams.get(team) ?? {};
  return {
    token: scene.world.app.verificationToken,
    team_id: team,
    team_domain: domain,
    ...(enterprise === undefined ? {} : { enterprise_id: enterprise, enterprise_name: enterprise }),
    channel_id: channel.id,
    channel_name: CHANNEL_NAMES[channel.kind] ?? channel.name,
    user_id: scene.user.id,
    user_name: scene.user.name,
    command,
    text,
    api_app_id: scene.world.app.id,
    is_enterprise_install: String(isOrgWide),
    response_url: responseUrl(scene, channel, undefined),
    trigger_id: trigger(scene, team),
  };
}

const CHANNEL_NAMES: { readonly [kind: string]: string } = {
  im: "directmessage",
  private: "privategroup",
  mpim: "mpdm",
};

/** {@link https://docs.slack.dev/reference/interaction-payloads/block_actions-payload} */
export function clickPayload(scene: Scene, place: Message | View, action: Json): Json {
  const acted = { ...action, action_ts: nextTs(scene.world, scene.now) };
  return "ts" in place ? messageClick(scene, place, acted) : viewClick(scene, place, acted);
}

function messageClick(scene: Scene, message: Message, action: Json): Json {
  const channel = channelOf(scene.world, message);
  const ephemeral = message.to !== undefined;
  const current = channel.messages.get(message.ts) ?? message;
  return compact({
    ...common(scene, "block_actions", teamOf(scene, channel)),
    container: compact({
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      thread_ts: message.threadTs,
    }),
    channel: { id: channel.id, name: channel.name },
    message: ephemeral ? undefined : wireMessage(scene.world, current, true),
    state: { values: {} },
    response_url: responseUrl(scene, channel, message),
    actions: [action],
  });
}

function viewClick(scene: Scene, view: View, action: Json): Json {
  return {
    ...common(scene, "block_actions", view.team, view.id),
    container: { type: "view", view_id: view.id },
    view: wireView(scene.world, view),
    actions: [action],
  };
}

/** {@link https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload} */
export function viewPayload(scene: Scene, type: "view_submission" | "view_closed", view: View): Json {
  const extra = type === "view_submission" ? { response_urls: [] } : { is_cleared: false };
  return { ...common(scene, type, view.team, view.id), view: wireView(scene.world, view), ...extra };
}

/** {@link https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload} */
export function shortcutPayload(scene: Scene, callbackId: string, message: Message | undefined): Json {
  const stamp = { callback_id: callbackId, action_ts: nextTs(scene.world, scene.now) };
  if (message === undefined) return { ...common(scene, "shortcut", teamOf(scene)), ...stamp };
  const channel = channelOf(scene.world, message);
  return {
    ...common(scene, "message_action", teamOf(scene, channel)),
    ...stamp,
    channel: { id: channel.id, name: channel.name },
    message_ts: message.ts,
    message: wireMessage(scene.world, message),
    response_url: responseUrl(scene, channel, undefined),
  };
}

export function channelOf(world: World, message: Message): Channel {
  const channel = world.channels.get(message.channel);
  if (channel === undefined)
    throw new Error(`Cannot find channel ${message.channel}: it is not part of this world. Name it in the setting.`);
  return channel;
}

function common(scene: Scene, type: string, team: string, view?: string): Json {
  const { user, world } = scene;
  const { domain, enterprise, isOrgWide = false } = world.teams.get(team) ?? {};
  return {
    type,
    token: world.app.verificationToken,
    api_app_id: world.app.id,
    team: isOrgWide ? null : { id: team, domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    enterprise: enterprise === undefined ? null : { id: enterprise, name: enterprise },
    is_enterprise_install: isOrgWide,
    trigger_id: trigger(scene, team, view),
  };
}

function trigger({ world, user, now }: Scene, team: string, view?: string): string {
  return newTrigger(world, { user: user.id, team }, now, view);
}

function responseUrl(scene: Scene, channel: Channel, message: Message | undefined): string {
  const who = { user: scene.user.id, team: teamOf(scene, channel) };
  return `${scene.origin}/respond/${newResponseUrl(scene.world, who, channel.id, message, scene.now)}`;
}
