import { DiscordAPIError } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { connect } from "./connect.ts";
import { startDiscord } from "./index.ts";
import type { DiscordOptions, FakeDiscord } from "./index.ts";
import { call } from "./raw.ts";

const POST = "POST /channels/:channel/messages";
const START = Date.UTC(2026, 0, 1);

describe("what can go wrong", () => {
  let discord: FakeDiscord;

  afterEach(async () => await discord.stop());

  const start = async (options: DiscordOptions = {}): Promise<void> => {
    discord = await startDiscord({ now: () => START, ...options });
  };
  const post = async (body: object = { content: "x" }) =>
    await call(discord, `POST /channels/${discord.channel("general").id}/messages`, body);
  const posted = (): number => discord.channel("general").messages().length;

  it("tells how much of a rate is left, and refuses what is over it until it resets", async () => {
    await start();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(async () => await post()));
    const over = await post();

    expect(new Set(answers.map((answer) => answer.headers.get("x-ratelimit-remaining")))).toEqual(
      new Set(["0", "1", "2", "3", "4"]),
    );
    expect(over.json).toEqual({ message: "You are being rate limited.", retry_after: 5, global: false });
    expect(over.headers.get("retry-after")).toBe("5");
    expect(over.headers.get("x-ratelimit-scope")).toBe("user");
    discord.advance(5_000);
    expect((await post()).status).toBe(200);
    expect(discord.rejections).toMatchObject([{ status: 429 }]);
  });

  it("counts all calls together, answers to interactions excepted", async () => {
    await start();
    const answers = await Promise.all(Array.from({ length: 51 }, async () => await call(discord, "GET /users/@me")));

    expect(answers.filter((answer) => answer.json["global"] === true)).toHaveLength(1);
    expect((await call(discord, "POST /interactions/1/2/callback", { type: 4 })).json["code"]).toBe(10_062);
  });

  it("bans a client that makes too many invalid requests, and lets it back in after ten minutes", async () => {
    await start({ invalidLimit: 3 });
    for (const token of ["a", "b", "c"]) await call(discord, "GET /users/@me", undefined, token);
    const banned = await call(discord, "GET /users/@me");

    expect(banned.status).toBe(429);
    expect(banned.text).toContain("<html>");
    discord.advance(10 * 60_000);
    expect((await call(discord, "GET /users/@me")).status).toBe(200);
  });

  it("answers 429 with or without saying how long", async () => {
    await start();
    discord.fails(POST, { kind: "rateLimited", retryAfter: 2 });
    discord.fails(POST, { kind: "rateLimited" });

    expect((await post()).headers.get("retry-after")).toBe("2");
    expect((await post()).headers.get("retry-after")).toBeNull();
    expect((await post()).status).toBe(200);
    expect(discord.calls.map((one) => one.fault)).toEqual(["rateLimited", "rateLimited", undefined]);
    expect(discord.rejections).toEqual([]);
  });

  it("breaks before the effect or after it", async () => {
    await start();
    discord.fails(POST, { kind: "resetBefore" });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(posted()).toBe(0);
    discord.fails(POST, { kind: "resetAfter" });
    await expect(post()).rejects.toThrow("fetch failed");

    expect(posted()).toBe(1);
  });

  it("fails with 5xx before or after, with a page of HTML, or with any code", async () => {
    await start();
    discord.fails(POST, { kind: "http5xx", status: 502 });
    discord.fails(POST, { kind: "http5xx", after: true });
    discord.fails(POST, { kind: "htmlBody" });
    discord.fails(POST, { kind: "api", status: 400, code: 30_046, message: "Maximum number of edits reached" });

    expect([(await post()).status, posted()]).toEqual([502, 0]);
    expect([(await post()).status, posted()]).toEqual([503, 1]);
    expect((await post()).text).toContain("cloudflare");
    expect((await post()).json["code"]).toBe(30_046);
  });

  it("answers late on the virtual clock, or never", async () => {
    await start();
    discord.fails(POST, { kind: "slow", ms: 60_000 });
    const slow = post();
    await discord.until(() => posted() === 1);
    discord.advance(60_000);
    expect((await slow).status).toBe(200);
    discord.fails(POST, { kind: "hang" });
    const signal = AbortSignal.timeout(20);
    const path = `${discord.api}/v10/channels/${discord.channel("general").id}/messages`;
    const headers = { authorization: `Bot ${discord.token}` };

    await expect(fetch(path, { method: "POST", body: '{"content":"x"}', headers, signal })).rejects.toThrow("aborted");
    expect(posted()).toBe(2);
  });

  it("works again once it is healed", async () => {
    await start();
    discord.fails("*", { kind: "http5xx" }, Number.POSITIVE_INFINITY);
    expect((await post()).status).toBe(503);
    expect((await post()).status).toBe(503);
    discord.heals();

    expect((await post()).status).toBe(200);
  });

  it("posts once although the real discord.js repeats a post whose answer was lost", async () => {
    await start({ now: Date.now });
    const bot = await connect(discord);
    discord.fails(POST, { kind: "http5xx", after: true });
    const channel = bot.channels.cache.get(discord.channel("general").id);
    if (channel?.isSendable() !== true) throw new Error("Cannot send: the client does not know the channel.");

    await channel.send({ content: "x", nonce: "outbox-1", enforceNonce: true });
    await bot.destroy();

    expect(discord.calls.filter((one) => one.route === POST)).toHaveLength(2);
    expect(posted()).toBe(1);
  });

  it("tells the real discord.js which permission is missing", async () => {
    await start({ now: Date.now });
    const bot = await connect(discord);
    discord.deny("general", "SEND_MESSAGES");
    const channel = bot.channels.cache.get(discord.channel("general").id);
    const failure: unknown =
      channel?.isSendable() === true ? await channel.send("x").catch((error: unknown) => error) : undefined;
    await bot.destroy();

    expect(failure).toBeInstanceOf(DiscordAPIError);
    expect(failure).toMatchObject({ code: 50_013, status: 403 });
    expect(discord.rejections).toMatchObject([{ code: 50_013, route: POST }]);
    expect(discord.invalidRequests()).toBe(1);
  });
});
