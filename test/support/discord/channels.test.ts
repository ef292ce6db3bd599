import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { FakeDiscord } from "./index.ts";
import { listOf } from "./json.ts";
import { call } from "./raw.ts";
import type { RawAnswer } from "./raw.ts";
import type { Permission } from "./world/permissions.ts";

describe("a channel", () => {
  let discord: FakeDiscord;
  let errors: string;

  beforeEach(async () => {
    discord = await startDiscord({
      channels: ["errors", { name: "cases", kind: "forum", tags: ["open"] }],
      rates: "off",
    });
    errors = `/channels/${discord.channel("errors").id}`;
  });

  afterEach(async () => await discord.stop());

  const post = async (body: object = { content: "x" }): Promise<string> =>
    String((await call(discord, `POST ${errors}/messages`, body)).json["id"]);

  it.each<{
    readonly denied: Permission;
    readonly line: (paste: string) => string;
    readonly body?: object;
    readonly code: number;
  }>([
    { denied: "VIEW_CHANNEL", line: () => `GET ${errors}`, code: 50_001 },
    { denied: "VIEW_CHANNEL", line: () => `POST ${errors}/messages`, body: { content: "x" }, code: 50_001 },
    { denied: "SEND_MESSAGES", line: () => `POST ${errors}/messages`, body: { content: "x" }, code: 50_013 },
    { denied: "EMBED_LINKS", line: () => `POST ${errors}/messages`, body: { embeds: [{ title: "x" }] }, code: 50_013 },
    { denied: "READ_MESSAGE_HISTORY", line: (id) => `GET ${errors}/messages/${id}`, code: 50_013 },
    { denied: "ADD_REACTIONS", line: (id) => `PUT ${errors}/messages/${id}/reactions/%F0%9F%91%80/@me`, code: 50_013 },
    { denied: "MANAGE_MESSAGES", line: (id) => `DELETE ${errors}/messages/${id}`, code: 50_013 },
    {
      denied: "CREATE_PUBLIC_THREADS",
      line: (id) => `POST ${errors}/messages/${id}/threads`,
      body: { name: "x" },
      code: 50_013,
    },
  ])("refuses with $code without $denied", async ({ denied, line, body, code }) => {
    const paste = discord.user("ana").says("errors", "x");
    discord.deny("errors", denied);
    expect((await call(discord, line(paste.id), body)).json["code"]).toBe(code);
    discord.allow("errors", denied);

    expect((await call(discord, line(paste.id), body)).status).toBeLessThan(300);
  });

  it("reads back page by page, newest first, and shows an empty past without the permission", async () => {
    const said = ["a", "b", "c", "d"].map((text) => discord.user("ana").says("errors", text));
    const page = async (query: string) => {
      const { list } = await call(discord, `GET ${errors}/messages?${query}`);
      return list.map((message) => message["content"]).join("");
    };

    expect(await page("limit=2")).toBe("dc");
    expect(await page(`limit=2&before=${said[2]?.id}`)).toBe("ba");
    expect(await page(`limit=2&after=${said[0]?.id}`)).toBe("cb");
    expect(await page("")).toBe("dcba");
    discord.deny("errors", "READ_MESSAGE_HISTORY");
    expect(await page("")).toBe("");
    expect((await call(discord, `GET ${errors}/messages?limit=101`)).json["code"]).toBe(50_035);
  });

  it("posts once for one nonce, until it is forgotten", async () => {
    const body = { content: "x", nonce: "outbox-1", enforce_nonce: true };
    const first = await post(body);

    expect(await post(body)).toBe(first);
    discord.advance(10 * 60_000);
    expect(await post(body)).not.toBe(first);
    expect(await post({ content: "x", nonce: "outbox-1" })).not.toBe(first);
    expect(discord.channel("errors").messages()).toHaveLength(3);
  });

  it("lets the bot edit only what it wrote, and knows what it said before", async () => {
    const theirs = discord.user("ana").says("errors", "x");
    const mine = await post();
    await call(discord, `PATCH ${errors}/messages/${mine}`, { content: "y" });

    expect((await call(discord, `PATCH ${errors}/messages/${theirs.id}`, { content: "y" })).json["code"]).toBe(50_005);
    expect((await call(discord, `PATCH ${errors}/messages/${mine}`, { content: "" })).json["code"]).toBe(50_006);
    expect(discord.current({ id: mine, channel: theirs.channel })?.revisions).toMatchObject([{ content: "x" }]);
    discord.user("ana").edits(theirs, "better");
    discord.user("ana").deletes(theirs);
    expect((await call(discord, `GET ${errors}/messages/${theirs.id}`)).json["code"]).toBe(10_008);
    expect(discord.channel("errors").deleted()).toMatchObject([{ content: "better" }]);
  });

  it("shows components v2 in place of the text once a message has become one", async () => {
    const id = await post();
    await call(discord, `PATCH ${errors}/messages/${id}`, {
      flags: 32_768,
      components: [{ type: 10, content: "new" }],
    });

    expect(discord.channel("errors").messages().map(discord.visibleText)).toEqual(["new"]);
    expect((await call(discord, `PATCH ${errors}/messages/${id}`, { content: "old" })).json["code"]).toBe(50_035);
  });

  it("knows emoji from words", async () => {
    const id = await post();

    expect((await call(discord, `PUT ${errors}/messages/${id}/reactions/eyes/@me`)).json["code"]).toBe(10_014);
    expect((await call(discord, `PUT ${errors}/messages/${id}/reactions/%F0%9F%91%80/@me`)).status).toBe(204);
    expect((await call(discord, `DELETE ${errors}/messages/${id}/reactions/%F0%9F%91%80/@me`)).status).toBe(204);
    expect(discord.channel("errors").last()?.reactions).toEqual([]);
  });

  it("is gone when it is deleted, with its threads", async () => {
    const thread = await open(await post());
    discord.removeChannel("errors");

    expect((await call(discord, `GET ${errors}`)).json["code"]).toBe(10_003);
    expect((await call(discord, `GET /channels/${String(thread.json["id"])}`)).json["code"]).toBe(10_003);
  });

  const open = async (message: string, more: object = {}): Promise<RawAnswer> =>
    await call(discord, `POST ${errors}/messages/${message}/threads`, { name: "Event 5389", ...more });

  it("grows one thread out of a message, with a name of 100 and a known duration", async () => {
    const message = await post();

    expect((await open(message, { name: "x".repeat(101) })).json["code"]).toBe(50_035);
    expect((await open(message, { auto_archive_duration: 61 })).json["code"]).toBe(50_035);
    expect((await open(message, { auto_archive_duration: 60 })).json["id"]).toBe(message);
    expect((await open(message)).json["code"]).toBe(160_004);
    expect(
      (await call(discord, `POST /channels/${message}/messages/${message}/threads`, { name: "x" })).json["code"],
    ).toBe(50_024);
  });

  it("archives an idle thread, refuses edits there, and wakes it for a message", async () => {
    const { id } = (await open(await post(), { auto_archive_duration: 60 })).json;
    const thread = `/channels/${String(id)}`;
    const said = String((await call(discord, `POST ${thread}/messages`, { content: "x" })).json["id"]);
    discord.advance(60 * 60_000);

    expect(discord.thread("Event 5389").now().archived).toBe(true);
    expect((await call(discord, `PATCH ${thread}/messages/${said}`, { content: "y" })).json["code"]).toBe(50_083);
    expect((await call(discord, `PUT ${thread}/messages/${said}/reactions/%F0%9F%91%80/@me`)).json["code"]).toBe(
      50_083,
    );
    expect((await call(discord, `PATCH ${thread}`, { name: "y" })).json["code"]).toBe(50_083);
    await call(discord, `POST ${thread}/messages`, { content: "awake" });
    expect(discord.thread("Event 5389").now().archived).toBe(false);
    expect((await call(discord, `PATCH ${thread}/messages/${said}`, { content: "y" })).status).toBe(200);
  });

  it("keeps a locked thread shut for all but moderators", async () => {
    const { id } = (await open(await post())).json;
    const ana = discord.user("ana");
    ana.says("Event 5389", "hello");
    discord.setThread("Event 5389", { locked: true });
    expect((await call(discord, `POST /channels/${String(id)}/messages`, { content: "x" })).json["code"]).toBe(160_005);
    discord.setThread("Event 5389", { archived: true });

    expect((await call(discord, `POST /channels/${String(id)}/messages`, { content: "x" })).json["code"]).toBe(50_083);
    expect(() => ana.says("Event 5389", "x")).toThrow("locked");
    discord.allow("errors", "MANAGE_THREADS");
    expect((await call(discord, `POST /channels/${String(id)}/messages`, { content: "x" })).status).toBe(200);
  });

  it("hears a reply as a mention, and a thread that a person started", async () => {
    const mine = await post();
    const reply = discord.user("ana").says("errors", "thanks", { replyTo: { id: mine, channel: errors.slice(10) } });
    const thread = discord.user("ana").startsThread(reply, "Why?");

    expect(reply.mentions.users).toEqual([discord.botId]);
    expect(thread).toMatchObject({ id: reply.id, members: [discord.user("ana").id] });
    expect((await open(reply.id)).json["code"]).toBe(160_004);
  });

  it("takes posts in a forum only with a first message", async () => {
    const forum = `/channels/${discord.channel("cases").id}`;

    expect((await call(discord, `POST ${forum}/messages`, { content: "x" })).json["code"]).toBe(50_008);
    expect((await call(discord, `POST ${forum}/threads`, { name: "Case 1" })).json["code"]).toBe(50_035);
    await call(discord, `POST ${forum}/threads`, { name: "Case 1", message: { content: "It began" } });
    expect(discord.thread("Case 1").messages().map(discord.visibleText)).toEqual(["It began"]);
  });

  it("lists threads, members and roles", async () => {
    const { id } = (await open(await post())).json;
    discord.addRole("on call", "ana");
    discord.user("ana").says("Event 5389", "hello");
    const guild = discord.guild();
    const active = (await call(discord, `GET /guilds/${guild.id}/threads/active`)).json;
    const member = (await call(discord, `GET /guilds/${guild.id}/members/${discord.user("ana").id}`)).json;

    expect(listOf(active["threads"])).toMatchObject([{ id, member_count: 2 }]);
    expect(listOf(member["roles"])).toHaveLength(1);
    expect((await call(discord, `GET /guilds/${guild.id}/members/1`)).json["code"]).toBe(10_007);
    expect(
      (await call(discord, "POST /users/@me/channels", { recipient_id: discord.user("ana").id })).json["type"],
    ).toBe(1);
  });
});
