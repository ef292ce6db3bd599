/** How the bot appears on Discord. */
export type DiscordConfig = {
  readonly token: string;
  /** Whether pasted errors are noticed without being asked; takes the privileged intent MESSAGE CONTENT. */
  readonly watch: boolean;
  /** Where the commands are registered while they are being developed; everywhere where undefined. */
  readonly guild: string | undefined;
  /** Minutes of silence after which a run's thread is archived. */
  readonly archiveAfter: ArchiveAfter;
  /** The slash command without its stroke. */
  readonly command: string;
  /** Where the REST API is; Discord's own address where undefined. */
  readonly apiUrl: string | undefined;
};

/** {@link https://discord.com/developers/docs/resources/channel#channel-object} */
type ArchiveAfter = (typeof ARCHIVE_AFTER)[number];

/** What is set does not make sense, or is not enough. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

type Env = Readonly<Record<string, string | undefined>>;

const ARCHIVE_AFTER = [60, 1_440, 4_320, 10_080] as const;

/** The configuration, or undefined where no variable of Discord is set; throws a `ConfigError` that says what is wrong. */
export function readDiscordConfig(env: Env): DiscordConfig | undefined {
  const token = valueOf(env, "DISCORD_TOKEN");
  if (token === undefined && valueOf(env, "DISCORD_WATCH") === undefined && valueOf(env, "DISCORD_GUILD") === undefined)
    return undefined;
  return {
    token: checkedToken(token),
    watch: watchOf(env),
    guild: guildOf(env),
    archiveAfter: archiveOf(env),
    command: commandOf(env),
    apiUrl: apiUrlOf(env),
  };
}

/** The value itself is never shown. */
function checkedToken(token: string | undefined): string {
  if (token === undefined)
    throw new ConfigError(
      "Cannot start Discord: DISCORD_TOKEN is missing. Copy it from the developer portal: your application, Bot, Reset Token.",
    );
  if (/\s/.test(token))
    throw new ConfigError("Cannot start Discord: DISCORD_TOKEN has a space in it. Copy it again, without “Bot ”.");
  return token;
}

function watchOf(env: Env): boolean {
  const written = valueOf(env, "DISCORD_WATCH")?.toLowerCase() ?? "false";
  if (["true", "1", "yes"].includes(written)) return true;
  if (["false", "0", "no"].includes(written)) return false;
  throw new ConfigError("Cannot start Discord: DISCORD_WATCH is neither true nor false. Set it to one of them.");
}

function guildOf(env: Env): string | undefined {
  const written = valueOf(env, "DISCORD_GUILD");
  if (written === undefined || /^\d{5,20}$/.test(written)) return written;
  throw new ConfigError(
    "Cannot start Discord: DISCORD_GUILD is no id of a server. Switch on Developer Mode, right-click the server, Copy Server ID.",
  );
}

function archiveOf(env: Env): ArchiveAfter {
  const written = Number(valueOf(env, "DISCORD_THREAD_ARCHIVE") ?? "1440");
  const known = ARCHIVE_AFTER.find((minutes) => minutes === written);
  if (known !== undefined) return known;
  throw new ConfigError(
    `Cannot start Discord: DISCORD_THREAD_ARCHIVE is not a time Discord offers. Set it to ${ARCHIVE_AFTER.join(", ")} (minutes).`,
  );
}

/** {@link https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming} */
function commandOf(env: Env): string {
  const command = (valueOf(env, "DISCORD_COMMAND") ?? "kms").replace(/^\//, "");
  if (/^[a-z0-9_-]{1,32}$/.test(command)) return command;
  throw new ConfigError(
    "Cannot start Discord: DISCORD_COMMAND is no command. Use up to 32 lower-case letters, digits, - and _, such as kms.",
  );
}

/** discord.js adds the version itself. */
function apiUrlOf(env: Env): string | undefined {
  const written = valueOf(env, "DISCORD_API_URL");
  if (written === undefined) return undefined;
  if (/^https?:/.test(written) && URL.canParse(written)) return written.replace(/\/+(?:v\d+\/*)?$/, "");
  throw new ConfigError("Cannot start Discord: DISCORD_API_URL is no web address. Leave it out for Discord itself.");
}

function valueOf(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === "" ? undefined : value;
}
