import { afterEach, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { DiscordOptions, FakeDiscord } from "./index.ts";
import { isObject } from "./json.ts";
import { dial, identify } from "./raw.ts";

const GUILDS_AND_MESSAGES = (1 << 0) | (1 << 9);
const WITH_CONTENT = GUILDS_AND_MESSAGES | (1 << 15);

describe("the gateway", () => {
  const open: { readonly stop: () => Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.stop();
  });

  const start = async (options: DiscordOptions = {}): Promise<FakeDiscord> => {
    const discord = await startDiscord({ channels: ["errors"], ...options });
    open.push(discord);
    return discord;
  };

  it("turns a client away whose token is wrong", async () => {
    const discord = await start();
    const line = await dial(discord);

    line.send(2, { token: "stolen", intents: 1, properties: {} });

    expect(await line.closed).toBe(4004);
  });

  it("tells nobody of a channel they cannot see, nor of what they did not ask for", async () => {
    const discord = await start();
    discord.deny("errors", "VIEW_CHANNEL");
    discord.addChannel("open");
    const line = await dial(discord);
    await identify(line, discord, WITH_CONTENT);

    discord.user("ana").says("errors", "hidden");
    discord.user("ana").says("dm", "not asked for");
    discord.user("ana").says("open", "seen");
    const message = await line.frame("MESSAGE_CREATE");

    expect(message["d"]).toMatchObject({ content: "seen" });
  });

  it("delivers some events twice, swapped, late or never, if told to", async () => {
    const discord = await start();
    const line = await dial(discord);
    await identify(line, discord, WITH_CONTENT);
    const ana = discord.user("ana");
    discord.gateway.duplicate({ t: "MESSAGE_CREATE" });
    ana.says("errors", "twice");
    discord.gateway.swap("MESSAGE_CREATE");
    ana.says("errors", "second");
    ana.says("errors", "first");
    discord.gateway.lose({ t: "MESSAGE_CREATE" });
    ana.says("errors", "lost");
    discord.gateway.delay(60_000, { t: "MESSAGE_CREATE" });
    ana.says("errors", "late");
    ana.says("errors", "in time");
    discord.advance(60_000);
    await discord.settled();

    const said = line.frames
      .filter((frame) => frame["t"] === "MESSAGE_CREATE")
      .map((frame) => isObject(frame["d"]) && frame["d"]["content"]);
    expect(said).toEqual(["twice", "twice", "first", "second", "in time", "late"]);
  });

  it("resumes from the sequence a client has, and no further back than it remembers", async () => {
    const discord = await start({ bufferSize: 3 });
    const first = await dial(discord);
    const session = await identify(first, discord, WITH_CONTENT);
    first.close(4000);
    await discord.until(() => [...discord.gateway.sessions.values()][0]?.link === undefined, "the end of the line");
    for (const text of ["a", "b", "c"]) discord.user("ana").says("errors", text);
    const second = await dial(discord);
    second.send(6, { token: discord.token, session_id: session, seq: 2 });
    await second.frame("RESUMED");
    const third = await dial(discord);
    third.send(6, { token: discord.token, session_id: session, seq: 1 });

    expect(second.frames.map((frame) => frame["t"]).filter(Boolean)).toEqual([
      "MESSAGE_CREATE",
      "MESSAGE_CREATE",
      "MESSAGE_CREATE",
      "RESUMED",
    ]);
    expect(await third.frame(9)).toMatchObject({ d: false });
  });

  it("denies a resume, forgets a session that said goodbye, and closes one that is ahead of it", async () => {
    const discord = await start();
    const line = await dial(discord);
    const session = await identify(line, discord, 1);
    const resume = async (seq: number) => {
      const next = await dial(discord);
      next.send(6, { token: discord.token, session_id: session, seq });
      return next;
    };

    expect(await (await resume(99)).closed).toBe(4007);
    discord.gateway.denyResume();
    expect(await (await resume(1)).frame(9)).toMatchObject({ d: false });
    expect(await (await resume(1)).frame(9)).toMatchObject({ d: false });
  });

  it("answers heartbeats until it is told to play dead", async () => {
    const discord = await start();
    const line = await dial(discord);
    line.send(1, null);
    await line.frame(11);
    discord.gateway.muteAcks(true);
    line.send(1, null);
    line.send(3, {});

    expect(await line.closed).toBe(4003);
    expect(line.frames.filter((frame) => frame["op"] === 11)).toHaveLength(1);
  });

  it.each<{ readonly what: string; readonly code: number; readonly d: object }>([
    { what: "intents that do not exist", code: 4013, d: { intents: 2 ** 30 } },
    { what: "a shard outside the count", code: 4010, d: { intents: 1, shard: [2, 2] } },
    { what: "members it was not granted", code: 4014, d: { intents: 1 << 1 } },
  ])("refuses $what", async ({ code, d }) => {
    const discord = await start();
    const line = await dial(discord);
    line.send(2, { token: discord.token, properties: {}, ...d });

    expect(await line.closed).toBe(code);
  });

  it("gives each shard its own guilds, and direct messages to the first", async () => {
    const discord = await start();
    const guilds = [discord.guild(), ...["a", "b", "c"].map((name) => (discord.advance(1), discord.addGuild(name)))];
    const seen = async (shard: number) => {
      const line = await dial(discord);
      await identify(line, discord, 1, [shard, 2]);
      const ready = await line.frame("READY");
      return isObject(ready["d"]) && Array.isArray(ready["d"]["guilds"]) ? ready["d"]["guilds"].length : 0;
    };

    expect((await seen(0)) + (await seen(1))).toBe(guilds.length);
  });

  it("ends every session and resets the token when a day's logins are used up", async () => {
    const discord = await start({ identifyLimit: 1 });
    const first = await dial(discord);
    await identify(first, discord, 1);
    const second = await dial(discord);
    second.send(2, { token: discord.token, intents: 1, properties: {} });

    expect(await second.closed).toBe(4004);
    expect(await first.closed).toBe(4004);
  });

  it("lets only so many log in within 5 s", async () => {
    const discord = await start({ concurrency: 1 });
    await identify(await dial(discord), discord, 1);
    const early = await dial(discord);
    early.send(2, { token: discord.token, intents: 1, properties: {} });
    expect(await early.frame(9)).toMatchObject({ d: false });
    discord.advance(5_000);

    expect(await identify(early, discord, 1)).toMatch(/session/);
  });
});
