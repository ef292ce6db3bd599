import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError, readSlackConfig } from "../../../adapters/slack/config.ts";
import { SCOPES } from "../../../adapters/slack/scopes.ts";

const [appToken, botToken] = ["xapp-1", "xoxb-1"];

describe("how Slack is set up", () => {
  it("is not set up at all without its variables", () => {
    expect(readSlackConfig({ SLACK_COMMAND: "/x", DISCORD_TOKEN: "y" })).toBeUndefined();
    expect(readSlackConfig({ SLACK_APP_TOKEN: " " })).toBeUndefined();
  });

  it("is reached by sockets with an app token", () => {
    expect(readSlackConfig({ SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken })).toEqual({
      reach: { kind: "socket", appToken },
      identity: { kind: "workspace", botToken },
      command: "/kms",
      apiUrl: undefined,
    });
  });

  it("is reached by HTTP with a signing secret, at the port that is named", () => {
    const config = readSlackConfig({ SLACK_SIGNING_SECRET: "s", SLACK_BOT_TOKEN: botToken, SLACK_PORT: "8080" });
    expect(config?.reach).toEqual({ kind: "http", signingSecret: "s", port: 8080 });
  });

  it("serves many workspaces with a client id", () => {
    const env = {
      SLACK_APP_TOKEN: appToken,
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "c",
      SLACK_STATE_SECRET: "s",
    };
    const identity = { kind: "oauth", clientId: "1.2", clientSecret: "c", stateSecret: "s", port: 3000 };
    expect(readSlackConfig(env)?.identity).toEqual(identity);
  });

  it.each([
    { written: "oncall", command: "/oncall" },
    { written: "/on-call", command: "/on-call" },
  ])("calls its command $command when it is told $written", ({ written, command }) => {
    const env = { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken, SLACK_COMMAND: written };
    expect(readSlackConfig(env)?.command).toBe(command);
  });

  it.each([
    { env: { SLACK_BOT_TOKEN: botToken }, says: "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET" },
    { env: { SLACK_APP_TOKEN: appToken }, says: "SLACK_BOT_TOKEN is missing" },
    {
      env: { SLACK_APP_TOKEN: botToken, SLACK_BOT_TOKEN: botToken },
      says: "SLACK_APP_TOKEN does not begin with xapp-",
    },
    {
      env: { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: appToken },
      says: "SLACK_BOT_TOKEN does not begin with xoxb-",
    },
    { env: { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: "xoxe.xoxb-1" }, says: "runs out after 12 hours" },
    { env: { SLACK_APP_TOKEN: appToken, SLACK_CLIENT_ID: "1" }, says: "SLACK_CLIENT_SECRET is missing" },
    {
      env: { SLACK_APP_TOKEN: appToken, SLACK_CLIENT_ID: "1", SLACK_CLIENT_SECRET: "2" },
      says: "SLACK_STATE_SECRET is missing",
    },
    { env: { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: "1" }, says: "are both set" },
    {
      env: { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken, SLACK_COMMAND: "/K M" },
      says: "SLACK_COMMAND is no command",
    },
    { env: { SLACK_SIGNING_SECRET: "s", SLACK_BOT_TOKEN: botToken, SLACK_PORT: "x" }, says: "SLACK_PORT is no port" },
  ])("does not start with $env, and says: $says", ({ env, says }) => {
    expect(() => readSlackConfig(env)).toThrow(ConfigError);
    expect(() => readSlackConfig(env)).toThrow(says);
  });

  it("never shows a token in what it says", () => {
    const env = { SLACK_APP_TOKEN: "secret-token", SLACK_BOT_TOKEN: botToken };
    expect(() => readSlackConfig(env)).toThrow(/^(?!.*secret-token)/);
  });

  it("asks for the same scopes in the manifest and on the installation page", () => {
    const manifest = parse(readFileSync(join(import.meta.dirname, "../../../manifest.yaml"), "utf8"));
    expect(manifest.oauth_config.scopes.bot).toEqual([...SCOPES]);
  });
});
