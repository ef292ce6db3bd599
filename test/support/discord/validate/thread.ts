import { anything, flag, integer, list, oneOf, shape, snowflake, text } from "./check.ts";

/** {@link https://discord.com/developers/docs/resources/channel#start-thread-from-message} */
export const THREAD_LIMITS = { name: 100, tags: 5, autoArchive: [60, 1440, 4320, 10_080] } as const;

const settings = {
  name: text({ min: 1, max: THREAD_LIMITS.name }),
  auto_archive_duration: oneOf(THREAD_LIMITS.autoArchive),
  rate_limit_per_user: integer({ min: 0, max: 21_600 }),
  applied_tags: list(snowflake, { max: THREAD_LIMITS.tags }),
};

/** A thread to open. */
export const threadBody = shape({ ...settings, type: oneOf([10, 11, 12]), message: anything }, { required: ["name"] });

/** Changes to a thread. */
export const threadChange = shape({ ...settings, archived: flag, locked: flag, invitable: flag });

/** Changes to a channel of a guild. */
export const channelChange = shape({ name: text({ min: 1, max: 100 }), topic: text({ max: 1024 }) });
