import { Events } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatewayClient } from "../../../adapters/discord/gateway-client.ts";
import { type FakeDiscord, startDiscord } from "../../support/discord/index.ts";

describe("discord.js, as far as it is let", () => {
  let discord: FakeDiscord;
  let client: ReturnType<typeof gatewayClient>;
  const packets: string[] = [];

  const online = async (shards = 1): Promise<void> => {
    discord = await startDiscord({ channels: ["errors"], rates: "off", shards });
    client = gatewayClient({ apiUrl: discord.api }, true);
    client.on(Events.Raw, ({ t }: { readonly t: string }) => packets.push(t));
    const ready = new Promise((resolve) => void client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
  };

  beforeEach(() => void packets.splice(0));

  afterEach(async () => {
    await client.destroy();
    await discord.stop();
  });

  it("keeps nothing of what it hears, however much that is", async () => {
    await online();
    for (let count = 0; count < 1_000; count++) discord.user(`user ${count % 50}`).says("errors", `message ${count}`);
    await discord.until(() => packets.filter((t) => t === "MESSAGE_CREATE").length === 1_000, "1,000 messages");
    const { users, channels, guilds } = client;
    expect([users.cache.size, channels.cache.size, guilds.cache.size]).toEqual([1, 0, 1]);
    expect(guilds.cache.first()?.members.cache.size).toBe(0);
  });

  it("serves every shard that Discord asks for", async () => {
    await online(2);
    const other = discord.addGuild("elsewhere", ["elsewhere"]);
    discord.user("ben", other).says("elsewhere", "here");
    discord.user("ana").says("errors", "there");
    await discord.until(() => packets.filter((t) => t === "MESSAGE_CREATE").length === 2, "both messages");
    expect([...discord.gateway.sessions.values()].map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});
