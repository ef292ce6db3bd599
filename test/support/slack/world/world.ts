import type { Json } from "../json.ts";

/**
 * Everything there is: plain data, changed only by the functions in this folder, which know no clock and no network.
 * Records are replaced, never edited, so whoever holds one keeps what they saw.
 */
export type World = {
  readonly app: AppRecord;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, UserGroup>;
  readonly files: Map<string, SharedFile>;
  readonly tokens: Map<string, Token>;
  readonly codes: Map<string, InstallCode>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly views: Map<string, View>;
  /** A person's open modals, the one on top last. */
  readonly stacks: Map<string, readonly string[]>;
  /** A person's Home tab. */
  readonly homes: Map<string, string>;
  readonly pings: Ping[];
  readonly counters: Map<string, number>;
};

export type AppRecord = {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly name: string;
  readonly commands: readonly string[];
  readonly shortcuts: readonly Shortcut[];
  /** Event types the app subscribed to; "all" for every one. */
  readonly subscriptions: readonly string[] | "all";
  /** Bot tokens run out after 12 hours and are refreshed. */
  readonly rotatesTokens: boolean;
};

type Shortcut = { readonly name: string; readonly callbackId: string; readonly on: "message" | "anywhere" };

export type Team = {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  /** The app's own user there; undefined while it is not installed. */
  readonly bot: { readonly user: string; readonly botId: string } | undefined;
  /** The organisation that the workspace belongs to. */
  readonly enterprise?: string;
  /** The app is installed for the whole organisation: one bot user and one token for all its workspaces. */
  readonly isOrgWide?: boolean;
};

export type User = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  /** `guest` is in several channels, `single-channel` in one. */
  readonly kind: "member" | "guest" | "single-channel" | "bot" | "deactivated";
  /** Where the workspace belongs to an organisation. */
  readonly enterprise?: { readonly id: string; readonly teams: readonly string[] };
  /** Away people are not reached by `<!here>`. */
  readonly active: boolean;
};

export type UserGroup = {
  readonly id: string;
  readonly team: string;
  readonly handle: string;
  readonly members: readonly string[];
};

export type Channel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im" | "mpim";
  readonly archived: boolean;
  readonly members: readonly string[];
  /** Other workspaces that see the channel (Slack Connect). */
  readonly sharedWith: readonly string[];
  readonly messages: Map<string, Message>;
  readonly ephemerals: Map<string, Message>;
  /** The ts of the replies, by the ts of the parent. */
  readonly threads: Map<string, readonly string[]>;
  readonly deleted: Message[];
};

export type Author = {
  readonly user: string;
  /** Set when an app wrote it. */
  readonly botId: string | undefined;
  /** Set when it was another app than ours. */
  readonly app?: { readonly id: string; readonly name: string };
};

/** What a message says; the rest of it is where, when and by whom. */
export type Content = {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly files: readonly string[];
  readonly metadata: Json | undefined;
};

export type Message = Content & {
  readonly channel: string;
  readonly ts: string;
  readonly author: Author;
  readonly threadTs: string | undefined;
  readonly subtype: string | undefined;
  readonly broadcast: boolean;
  /** The only person who sees it. */
  readonly to: string | undefined;
  readonly edited: { readonly user: string; readonly ts: string } | undefined;
  readonly reactions: { readonly [name: string]: readonly string[] };
  readonly unfurls: boolean;
  /** What it said before, oldest first. */
  readonly before: readonly Content[];
};

export type SharedFile = {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly name: string;
  readonly mimetype: string;
  readonly content: string | Uint8Array;
  readonly channels: readonly string[];
  readonly created: number;
};

export type Token = {
  readonly value: string;
  readonly kind: "bot" | "user" | "app";
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly revoked: boolean;
  /** Milliseconds; undefined for tokens that live on. */
  readonly expiresAt: number | undefined;
  readonly refreshToken: string | undefined;
};

type InstallCode = {
  readonly team: string;
  readonly installer: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  readonly used: boolean;
};

export type Trigger = {
  readonly user: string;
  readonly team: string;
  readonly expiresAt: number;
  readonly used: boolean;
  /** The modal it was clicked in. */
  readonly view: string | undefined;
};

export type ResponseUrl = {
  readonly channel: string;
  readonly user: string;
  readonly team: string;
  /** The message it may replace or delete. */
  readonly message: string | undefined;
  readonly expiresAt: number;
  readonly uses: number;
};

export type View = {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly team: string;
  readonly user: string;
  readonly hash: string;
  readonly payload: Json;
  readonly root: string;
  readonly previous: string | undefined;
  /** The private values typed so far, by block_id and action_id. */
  readonly values: Json;
};

/** Somebody's phone buzzed. */
export type Ping = {
  readonly who: string;
  readonly by: string;
  readonly channel: string;
  readonly ts: string;
  /** The markup that did it, such as `<!here>`. */
  readonly because: string;
};
