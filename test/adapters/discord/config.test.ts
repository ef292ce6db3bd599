import { describe, expect, it } from "vitest";
import { ConfigError, readDiscordConfig } from "../../../adapters/discord/config.ts";

describe("the configuration of Discord", () => {
  it("is nothing where nothing is set", () => {
    expect(readDiscordConfig({})).toBeUndefined();
    expect(readDiscordConfig({ DISCORD_TOKEN: " " })).toBeUndefined();
  });

  it("takes a token alone, and then asks for nothing privileged", () => {
    expect(readDiscordConfig({ DISCORD_TOKEN: "a.b.c" })).toEqual({
      token: "a.b.c",
      watch: false,
      guild: undefined,
      archiveAfter: 1_440,
      command: "kms",
      apiUrl: undefined,
    });
  });

  it("takes everything that can be set", () => {
    const env = {
      DISCORD_TOKEN: "a.b.c",
      DISCORD_WATCH: "TRUE",
      DISCORD_GUILD: "123456789012345678",
      DISCORD_THREAD_ARCHIVE: "60",
      DISCORD_COMMAND: "/kb",
      DISCORD_API_URL: "http://127.0.0.1:1/api",
    };
    expect(readDiscordConfig(env)).toMatchObject({
      watch: true,
      guild: env.DISCORD_GUILD,
      archiveAfter: 60,
      command: "kb",
    });
  });

  it.each([
    { env: { DISCORD_WATCH: "true" }, says: "DISCORD_TOKEN is missing" },
    { env: { DISCORD_TOKEN: "Bot a.b.c" }, says: "without “Bot ”" },
    { env: { DISCORD_TOKEN: "a", DISCORD_WATCH: "maybe" }, says: "neither true nor false" },
    { env: { DISCORD_TOKEN: "a", DISCORD_GUILD: "ops" }, says: "Copy Server ID" },
    { env: { DISCORD_TOKEN: "a", DISCORD_THREAD_ARCHIVE: "90" }, says: "60, 1440, 4320, 10080" },
    { env: { DISCORD_TOKEN: "a", DISCORD_COMMAND: "K M S" }, says: "lower-case letters" },
    { env: { DISCORD_TOKEN: "a", DISCORD_API_URL: "discord" }, says: "no web address" },
  ])("says what is wrong with $env", ({ env, says }) => {
    expect(() => readDiscordConfig(env)).toThrow(ConfigError);
    expect(() => readDiscordConfig(env)).toThrow(says);
  });
});
