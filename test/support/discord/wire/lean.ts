import { isObject } from "../json.ts";

/** What a server may leave out that is like Discord and not Discord. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "resume_gateway_url",
  "channel_type",
  "locale",
  "guild_locale",
  "guild",
  "channel",
  "app_permissions",
  "entitlements",
  "attachment_size_limit",
  "authorizing_integration_owners",
  "context",
  "mention_roles",
  "mention_channels",
  "referenced_message",
  "reactions",
  "nonce",
  "flags",
  "last_message_id",
  "global_name",
  "public_flags",
  "interaction_metadata",
  "thread_metadata",
]);

/** What it may say to be nothing, where Discord says nothing at all. */
const NOTHING = {
  guild_id: null,
  webhook_id: null,
  edited_timestamp: null,
  member: null,
  parent_id: null,
  message_snapshots: null,
  thread: null,
} as const;

/** A payload as such a server would send it. */
export function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !LEFT_OUT.has(key));
  const members = Object.fromEntries(kept.map(([key, one]) => [key, lean(one)]));
  return "id" in members ? { ...NOTHING, ...members } : members;
}
