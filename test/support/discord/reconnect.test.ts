import { Events, GatewayIntentBits } from "discord.js";
import type { Client, Message } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { clientOf, connect } from "./connect.ts";
import { startDiscord } from "./index.ts";
import type { DiscordOptions, FakeDiscord } from "./index.ts";

describe("the real discord.js on the line", () => {
  const open: { readonly stop: () => Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.stop();
  });

  const start = async (options: DiscordOptions = {}): Promise<FakeDiscord> => {
    const discord = await startDiscord({ channels: ["errors"], ...options });
    open.push(discord);
    return discord;
  };

  const login = async (discord: FakeDiscord, intents?: readonly GatewayIntentBits[]): Promise<Client<true>> => {
    const bot = await connect(discord, intents === undefined ? {} : { intents });
    open.push({ stop: async () => await bot.destroy() });
    return bot;
  };

  it("replays what the real discord.js missed while the line was down", async () => {
    const discord = await start();
    const ana = discord.user("ana");
    const bot = await login(discord);
    const heard = contents(bot);
    discord.gateway.refuse(true);
    discord.gateway.drop();

    ana.says("errors", "first");
    ana.says("errors", "second");
    discord.gateway.refuse(false);
    await discord.until(() => discord.gateway.counts.resumed === 1, "a resume");
    ana.says("errors", "third");
    await discord.until(() => heard.length === 3, "three messages");

    expect(heard).toEqual(["first", "second", "third"]);
    expect(discord.gateway.counts.identified).toBe(1);
  });

  it("lets the real discord.js reconnect when told to", async () => {
    const discord = await start();
    const bot = await login(discord);
    const heard = contents(bot);

    discord.gateway.reconnect();
    await discord.until(() => discord.gateway.counts.resumed === 1, "a resume");
    discord.user("ana").says("errors", "still there?");
    await discord.until(() => heard.length === 1, "a message");

    expect(heard).toEqual(["still there?"]);
  });

  it("makes the real discord.js leave a line on which nobody answers its heartbeats", async () => {
    const discord = await start({ heartbeatInterval: 20 });
    await login(discord);
    discord.gateway.muteAcks(true);
    await discord.until(
      () => discord.gateway.sessions.values().next().value?.link === undefined,
      "the end of the line",
    );
    discord.gateway.muteAcks(false);
    await discord.until(() => discord.gateway.counts.resumed > 0, "a resume");

    expect(discord.gateway.counts.identified).toBe(1);
  });

  it("does not put the real discord.js out with something that is no JSON", async () => {
    const discord = await start();
    const heard = contents(await login(discord));
    discord.gateway.babble();
    discord.user("ana").says("errors", "still there?");

    expect(await discord.until(() => heard[0])).toBe("still there?");
  });

  it("turns a client away that wants content it was not granted", async () => {
    const discord = await start({ messageContent: false });
    const bot = clientOf(discord);
    open.push({ stop: async () => await bot.destroy() });

    await expect(bot.login(discord.token)).rejects.toThrow("Used disallowed intents");
  });

  it("hides content from a client without the intent, but not mentions and direct messages", async () => {
    const discord = await start({ messageContent: false });
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    const bot = await login(discord, [Guilds, GuildMessages, DirectMessages]);
    const heard = contents(bot);
    const ana = discord.user("ana");

    ana.says("errors", "secret", { attachments: [{ name: "a.log", text: "x" }] });
    ana.says("errors", `${discord.mention} 5389`);
    ana.says("dm", "psst");
    await discord.until(() => heard.length === 3, "three messages");

    expect(heard).toEqual(["", `${discord.mention} 5389`, "psst"]);
  });
});

function contents(bot: Client): readonly string[] {
  const heard: string[] = [];
  bot.on(Events.MessageCreate, (message: Message) => heard.push(message.content));
  return heard;
}
