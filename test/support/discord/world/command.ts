import { isObject } from "../json.ts";

/** An application command as it was registered, in Discord's own notation. */
export type Command = {
  readonly id: string;
  readonly version: string;
  /** 1 slash command, 2 user menu, 3 message menu. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** The permissions a member needs, as a decimal bit field; null for everyone, "0" for administrators. */
  readonly default_member_permissions: string | null;
  /** Where it is offered: 0 guild, 1 the bot's DM, 2 other DMs; null for 0 and 1. */
  readonly contexts: readonly number[] | null;
  readonly guild_id?: string;
  readonly application_id: string;
  readonly nsfw: boolean;
};

export type CommandOption = {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOption[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
};

/** {@link https://discord.com/developers/docs/interactions/application-commands} */
export const COMMAND_TYPES = { slash: 1, user: 2, message: 3 } as const;

/** {@link https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type} */
export const OPTION_TYPES = {
  subCommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Enough of a look at something that the validators have let through. */
export function isCommandOption(value: unknown): value is CommandOption {
  return isObject(value) && typeof value["name"] === "string" && typeof value["type"] === "number";
}
