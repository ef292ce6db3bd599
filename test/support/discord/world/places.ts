/** Ids are snowflakes; the bot's user id is also its application id. */
export type User = { readonly id: string; readonly name: string; readonly bot: boolean };

export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly roles: readonly Role[];
  readonly members: readonly Member[];
};

/** The role with the guild's own id is @everyone. */
export type Role = {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  readonly managed: boolean;
};

export type Member = {
  readonly user: string;
  readonly roles: readonly string[];
  readonly nick: string | undefined;
  readonly joinedAt: number;
};

export type Channel = GuildChannel | Thread | DirectChannel;

export type GuildChannel = {
  readonly kind: "text" | "announcement" | "forum" | "category";
  readonly id: string;
  readonly guild: string;
  readonly name: string;
  readonly topic: string | undefined;
  readonly overwrites: readonly Overwrite[];
  readonly tags: readonly ForumTag[];
};

export type Overwrite = {
  readonly id: string;
  readonly kind: "role" | "member";
  readonly allow: bigint;
  readonly deny: bigint;
};

type ForumTag = { readonly id: string; readonly name: string };

export type Thread = {
  readonly kind: "thread";
  readonly id: string;
  readonly guild: string;
  readonly parent: string;
  readonly name: string;
  readonly owner: string;
  readonly private: boolean;
  readonly archived: boolean;
  readonly locked: boolean;
  /** Minutes without a message until it is archived. */
  readonly autoArchive: number;
  readonly createdAt: number;
  readonly activeAt: number;
  readonly archivedAt: number;
  readonly members: readonly string[];
  readonly tags: readonly string[];
};

/** Between the bot and one person. */
export type DirectChannel = { readonly kind: "dm"; readonly id: string; readonly recipient: string };
