import { compact, type Json } from "../json.ts";
import { repliesTo } from "./messages.ts";
import type { Channel, Message, SharedFile, User, View, World } from "./world.ts";

/** A message as history, events and interaction payloads carry it. */
export function wireMessage(world: World, message: Message, withMetadata = false): Json {
  const channel = world.channels.get(message.channel);
  return compact({
    type: "message",
    subtype: message.subtype,
    user: message.author.user === "" ? undefined : message.author.user,
    username: message.subtype === "bot_message" ? message.author.app?.name : undefined,
    bot_id: message.author.botId,
    app_id: message.author.botId === undefined ? undefined : (message.author.app?.id ?? world.app.id),
    bot_profile: wireBot(message),
    team: world.users.get(message.author.user)?.team,
    text: message.text,
    ts: message.ts,
    thread_ts: message.threadTs,
    blocks: message.blocks.length > 0 ? message.blocks : undefined,
    attachments: message.attachments.length > 0 ? message.attachments : undefined,
    files: message.files.length > 0 ? message.files.flatMap((id) => wireFile(world.files.get(id))) : undefined,
    edited: message.edited,
    reactions: wireReactions(message),
    metadata: withMetadata ? message.metadata : undefined,
    ...(channel === undefined ? {} : wireThread(channel, message)),
  });
}

function wireBot({ author: { app, botId }, subtype }: Message): Json | undefined {
  return app === undefined || subtype === "bot_message" ? undefined : { id: botId, app_id: app.id, name: app.name };
}

function wireThread(channel: Channel, message: Message): Json {
  const replies = repliesTo(channel, message.ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.author.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
  };
}

function wireReactions(message: Message): readonly Json[] | undefined {
  const found = Object.entries(message.reactions).map(([name, users]) => ({ name, users, count: users.length }));
  return found.length > 0 ? found : undefined;
}

/** The address begins with `FILES_AT`, which the server replaces by its own when it answers. */
export function wireFile(file: SharedFile | undefined): readonly Json[] {
  if (file === undefined) return [];
  const address = `${FILES_AT}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return [
    {
      id: file.id,
      name: file.name,
      title: file.name,
      mimetype: file.mimetype,
      filetype: file.name.split(".").at(-1),
      size: Buffer.byteLength(file.content),
      mode: file.mimetype === "text/plain" ? "snippet" : "hosted",
      user: file.user,
      user_team: file.team,
      created: Math.floor(file.created / 1000),
      url_private: address,
      url_private_download: address,
      channels: file.channels,
    },
  ];
}

export const FILES_AT = "slack-files:";

export function wireChannel(channel: Channel, viewer: string): Json {
  const direct = channel.kind === "im";
  return compact({
    id: channel.id,
    name: direct ? undefined : channel.name,
    is_channel: channel.kind === "public",
    is_group: channel.kind === "private",
    is_im: direct,
    is_mpim: channel.kind === "mpim",
    is_private: channel.kind !== "public",
    is_archived: channel.archived,
    is_member: channel.members.includes(viewer),
    is_ext_shared: channel.sharedWith.length > 0,
    context_team_id: channel.team,
    user: direct ? channel.members.find((member) => member !== viewer) : undefined,
  });
}

/** As a workspace sees somebody: one of another workspace is a stranger unless both are of one organisation. */
export function wireUser(user: User, viewer = user.team): Json {
  return compact({
    id: user.id,
    team_id: user.team,
    name: user.name,
    real_name: user.name,
    deleted: user.kind === "deactivated",
    is_bot: user.kind === "bot",
    is_restricted: user.kind === "guest" || user.kind === "single-channel",
    is_ultra_restricted: user.kind === "single-channel",
    is_stranger: user.team !== viewer && user.enterprise?.teams.includes(viewer) !== true ? true : undefined,
    enterprise_user:
      user.enterprise === undefined
        ? undefined
        : { id: `W${user.id}`, enterprise_id: user.enterprise.id, teams: user.enterprise.teams },
    tz: "Etc/UTC",
    profile: { display_name: user.name, real_name: user.name },
  });
}

export function wireView(world: World, view: View): Json {
  const stack = world.stacks.get(view.user) ?? [];
  return {
    close: null,
    submit: null,
    callback_id: "",
    private_metadata: "",
    external_id: "",
    notify_on_close: false,
    clear_on_close: false,
    ...view.payload,
    id: view.id,
    team_id: view.team,
    type: view.type,
    hash: view.hash,
    state: { values: view.values },
    root_view_id: view.root,
    previous_view_id: view.previous !== undefined && stack.includes(view.previous) ? view.previous : null,
    app_id: world.app.id,
    bot_id: world.teams.get(view.team)?.bot?.botId,
  };
}
