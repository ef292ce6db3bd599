/** How Slack reaches us, and as whom we speak. */
export type SlackConfig = {
  readonly reach: Reach;
  readonly identity: Identity;
  /** The slash command with its stroke, such as `/kms`. */
  readonly command: string;
  /** Where the Web API is; the SDK's own address where undefined. */
  readonly apiUrl: string | undefined;
};

type Reach =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };

export type Identity =
  | { readonly kind: "workspace"; readonly botToken: string }
  /** Many workspaces, each installed by OAuth. `port` serves the pages that do it. */
  | {
      readonly kind: "oauth";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly port: number;
    };

/** What is set does not make sense, or is not enough. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

type Env = Readonly<Record<string, string | undefined>>;

const VARIABLES = [
  "SLACK_APP_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
] as const;

/** The configuration, or undefined where no variable of Slack is set; throws a `ConfigError` that says what is missing. */
export function readSlackConfig(env: Env): SlackConfig | undefined {
  if (VARIABLES.every((name) => valueOf(env, name) === undefined)) return undefined;
  return {
    reach: reachOf(env),
    identity: identityOf(env),
    command: commandOf(env),
    apiUrl: valueOf(env, "SLACK_API_URL"),
  };
}

function reachOf(env: Env): Reach {
  const [appToken, signingSecret] = [valueOf(env, "SLACK_APP_TOKEN"), valueOf(env, "SLACK_SIGNING_SECRET")];
  if (appToken !== undefined) return { kind: "socket", appToken: prefixed("SLACK_APP_TOKEN", appToken, "xapp-") };
  if (signingSecret !== undefined) return { kind: "http", signingSecret, port: portOf(env) };
  throw new ConfigError(
    "Cannot start Slack: neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set. Set SLACK_APP_TOKEN (xapp-…, from Basic Information, App-Level Tokens) for Socket Mode, or SLACK_SIGNING_SECRET (Basic Information) for HTTP.",
  );
}

function identityOf(env: Env): Identity {
  const botToken = valueOf(env, "SLACK_BOT_TOKEN");
  const [clientId, clientSecret] = [valueOf(env, "SLACK_CLIENT_ID"), valueOf(env, "SLACK_CLIENT_SECRET")];
  if (botToken !== undefined && clientId !== undefined)
    throw new ConfigError(
      "Cannot start Slack: SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep the token for one workspace, or the client id and secret for many.",
    );
  if (botToken !== undefined) return { kind: "workspace", botToken: checkedBotToken(botToken) };
  if (clientId === undefined && clientSecret === undefined)
    throw new ConfigError(
      "Cannot start Slack: SLACK_BOT_TOKEN is missing. Copy it from OAuth & Permissions (xoxb-…), or set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET to serve many workspaces.",
    );
  return {
    kind: "oauth",
    clientId: required(env, "SLACK_CLIENT_ID", "Copy it from Basic Information."),
    clientSecret: required(env, "SLACK_CLIENT_SECRET", "Copy it from Basic Information."),
    stateSecret: required(env, "SLACK_STATE_SECRET", "Make up a long random text and keep it."),
    port: portOf(env),
  };
}

/** A rotating token begins with `xoxe.`; such a token runs out and belongs to an installation by OAuth. */
function checkedBotToken(token: string): string {
  if (token.startsWith("xoxe."))
    throw new ConfigError(
      "Cannot start Slack: SLACK_BOT_TOKEN runs out after 12 hours, because token rotation is on. Install by OAuth (SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET) instead.",
    );
  return prefixed("SLACK_BOT_TOKEN", token, "xoxb-");
}

/** The wrong token in the right place is the commonest mistake. The value itself is never shown. */
function prefixed(name: string, token: string, prefix: string): string {
  if (token.startsWith(prefix)) return token;
  throw new ConfigError(`Cannot start Slack: ${name} does not begin with ${prefix}. Another kind of token was copied.`);
}

function required(env: Env, name: string, wayOut: string): string {
  const value = valueOf(env, name);
  if (value !== undefined) return value;
  throw new ConfigError(`Cannot start Slack: ${name} is missing. ${wayOut}`);
}

function portOf(env: Env): number {
  const written = valueOf(env, "SLACK_PORT") ?? "3000";
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw new ConfigError(`Cannot start Slack: SLACK_PORT is no port number. Set it to a number up to 65535.`);
}

/** {@link https://docs.slack.dev/interactivity/implementing-slash-commands}: at most 32 characters. */
function commandOf(env: Env): string {
  const written = valueOf(env, "SLACK_COMMAND") ?? "/kms";
  const command = written.startsWith("/") ? written : `/${written}`;
  if (/^\/[a-z0-9_-]{1,31}$/.test(command)) return command;
  throw new ConfigError(
    "Cannot start Slack: SLACK_COMMAND is no command. Use lower-case letters, digits, - and _, such as /kms.",
  );
}

function valueOf(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === "" ? undefined : value;
}
