import type { Snowflakes } from "./snowflake.ts";
import type { Channel, Guild, User } from "./places.ts";
import type { Message, StoredFile } from "./message.ts";
import type { Interaction } from "./interaction.ts";
import type { Command } from "./command.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Ping } from "./pings.ts";

/**
 * Everything Discord knows. Records are replaced, never changed, so a record that a test holds is a snapshot;
 * only the maps change. Nothing here does I/O: the time is an argument, and what a gateway has to tell waits in `dispatches`.
 */
export type World = {
  readonly bot: User;
  readonly applicationId: string;
  /** Where attachments are downloaded from, such as `http://127.0.0.1:5000`. */
  readonly origin: string;
  readonly nextId: Snowflakes;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** By channel, then by id, in the order of posting. Ephemeral and deleted messages are among them. */
  readonly messages: Map<string, Map<string, Message>>;
  /** By guild id; `global` for those of every guild. */
  readonly commands: Map<string, readonly Command[]>;
  readonly interactions: Map<string, Interaction>;
  /** The bot's messages by their nonce, the latest of each. */
  readonly nonces: Map<string, { readonly channel: string; readonly id: string }>;
  readonly files: Map<string, StoredFile>;
  readonly pings: Ping[];
  /** Who was shown typing where. */
  readonly typing: { readonly channel: string; readonly user: string; readonly at: number }[];
  /** Told to the gateway, oldest first, and emptied by it. */
  readonly dispatches: Dispatch[];
  /** The application was granted the privileged intent: REST shows it the content of messages. */
  readonly seesContent: boolean;
};

export type WorldOptions = Pick<World, "bot" | "origin" | "nextId" | "seesContent">;

export function emptyWorld(options: WorldOptions): World {
  return {
    ...options,
    applicationId: options.bot.id,
    users: new Map([[options.bot.id, options.bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    files: new Map(),
    pings: [],
    typing: [],
    dispatches: [],
  };
}
