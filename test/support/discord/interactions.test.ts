import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { FakeDiscord, Invocation } from "./index.ts";
import type { Person } from "./index.ts";
import { call } from "./raw.ts";
import type { RawAnswer } from "./raw.ts";

const START = Date.UTC(2026, 0, 1);

describe("an interaction", () => {
  let discord: FakeDiscord;
  let ana: Person;

  beforeEach(async () => {
    discord = await startDiscord({ now: () => START, rates: "off" });
    ana = discord.user("ana");
    const query = { type: 3, name: "query", description: "Words", autocomplete: true };
    const restricted = { name: "admin", description: "For few", default_member_permissions: "0" };
    const kms = { name: "kms", description: "Known errors", options: [query] };
    await call(discord, `PUT /applications/${discord.botId}/commands`, [kms, restricted]);
  });

  afterEach(async () => await discord.stop());

  const answer = async ({ id }: Invocation, type: number, data?: object): Promise<RawAnswer> =>
    await call(discord, `POST /interactions/${id}/${id}.token/callback`, { type, data });
  const hook = (invocation: Invocation, rest = ""): string =>
    `/webhooks/${discord.botId}/${invocation.id}.token${rest}`;

  it("is unknown after 3 seconds, and the person reads that nothing answered", async () => {
    const asked = ana.types("/kms");
    discord.advance(3_001);

    expect((await answer(asked, 4, { content: "late" })).json["code"]).toBe(10_062);
    expect(asked.state().kind).toBe("failed");
    await expect(asked.reply()).rejects.toThrow("did not respond");
    expect((await call(discord, `POST ${hook(asked)}`, { content: "late" })).json["code"]).toBe(10_015);
  });

  it("is answered once", async () => {
    const asked = ana.types("/kms");

    expect((await answer(asked, 4, { content: "first" })).status).toBe(204);
    expect((await answer(asked, 4, { content: "second" })).json["code"]).toBe(40_060);
  });

  it("can be followed up for 15 minutes", async () => {
    const asked = ana.types("/kms");
    await answer(asked, 5, { flags: 64 });
    discord.advance(15 * 60_000 - 1);
    expect((await call(discord, `PATCH ${hook(asked, "/messages/@original")}`, { content: "in time" })).status).toBe(
      200,
    );
    discord.advance(2);

    expect((await call(discord, `POST ${hook(asked)}`, { content: "late" })).json["code"]).toBe(50_027);
    expect(discord.ephemeralFor("ana").map(discord.visibleText)).toEqual(["in time"]);
  });

  it("stays as private as it was deferred, and the first follow-up fills it", async () => {
    const asked = ana.types("/kms");
    await answer(asked, 5, { flags: 64 });
    expect(discord.ephemeralFor("ana").map(discord.visibleText)).toEqual(["thinking…"]);
    await call(discord, `POST ${hook(asked)}`, { content: "here it is" });
    await call(discord, `POST ${hook(asked)}`, { content: "for all" });

    expect(discord.ephemeralFor("ana").map(discord.visibleText)).toEqual(["here it is"]);
    expect(asked.followUps().map(discord.visibleText)).toEqual(["for all"]);
  });

  it("leaves nothing for the bot token to find in an ephemeral answer", async () => {
    const asked = ana.types("/kms");
    await answer(asked, 4, { content: "private", flags: 64 });
    const message = await asked.reply();

    expect((await call(discord, `GET /channels/${message.channel}/messages/${message.id}`)).json["code"]).toBe(10_008);
    expect((await call(discord, `DELETE ${hook(asked, "/messages/@original")}`)).status).toBe(204);
    expect(discord.ephemeralFor("ana")).toEqual([]);
  });

  it.each<{ readonly what: string; readonly type: number; readonly data?: object }>([
    { what: "an update of a message that nobody clicked", type: 7, data: { content: "x" } },
    { what: "suggestions for a command that was sent", type: 8, data: { choices: [] } },
    { what: "a type that does not exist", type: 99 },
    { what: "nothing to say", type: 4, data: {} },
    { what: "a form without fields", type: 9, data: { custom_id: "a", title: "A", components: [] } },
    { what: "a form title over 45", type: 9, data: form({ title: "x".repeat(46) }) },
    {
      what: "6 fields",
      type: 9,
      data: form({ components: Array.from({ length: 6 }, (_, i) => field({ custom_id: `${i}` })) }),
    },
    { what: "a field label over 45", type: 9, data: form({ components: [field({ label: "x".repeat(46) })] }) },
    { what: "a field of more than 4000", type: 9, data: form({ components: [field({ max_length: 4001 })] }) },
    {
      what: "a button in a form",
      type: 9,
      data: form({ components: [{ type: 1, components: [{ type: 2, style: 1, label: "x", custom_id: "x" }] }] }),
    },
  ])("refuses $what, and can still be answered", async ({ type, data }) => {
    const asked = ana.types("/kms");

    expect((await answer(asked, type, data)).status).toBe(400);
    expect((await answer(asked, 4, { content: "sorry" })).status).toBe(204);
  });

  it("takes 25 suggestions of 100 characters and no more", async () => {
    const suggestions = ana.completes("/kms", { query: "5" });
    const [id = ""] = [...discord.world.interactions.keys()].slice(-1);
    const path = `POST /interactions/${id}/${id}.token/callback`;

    expect((await call(discord, path, { type: 8, data: choices(26, "x") })).json["code"]).toBe(50_035);
    expect((await call(discord, path, { type: 8, data: choices(1, "x".repeat(101)) })).json["code"]).toBe(50_035);
    expect((await call(discord, path, { type: 4, data: { content: "x" } })).json["code"]).toBe(50_035);
    await call(discord, path, { type: 8, data: choices(25, "x".repeat(100)) });
    expect(await suggestions).toHaveLength(25);
  });

  it("edits the clicked message after a silent acknowledgement", async () => {
    const posted = await call(discord, `POST /channels/${discord.channel("general").id}/messages`, clickable());
    const message = { id: String(posted.json["id"]), channel: discord.channel("general").id };
    const clicked = ana.clicks(message, "Done");
    await answer(clicked, 6);
    await call(discord, `PATCH ${hook(clicked, "/messages/@original")}`, { content: "done", components: [] });

    expect(discord.visibleText(await clicked.reply())).toBe("done");
    expect(() => ana.clicks(message, "Done")).toThrow("the buttons are none");
  });

  it("fills a form that was opened by a click, and updates the message it came from", async () => {
    const posted = await call(discord, `POST /channels/${discord.channel("general").id}/messages`, clickable());
    const clicked = ana.clicks({ id: String(posted.json["id"]), channel: discord.channel("general").id }, "Done");
    await answer(clicked, 9, form({}));
    const modal = await clicked.modal();

    expect(() => ana.submits(modal, { Reason: "" })).toThrow("must be filled in");
    expect(() => ana.submits(modal, { Colour: "red" })).toThrow("the fields are Reason");
    expect(() => discord.user("ben").submits(modal, { Reason: "x" })).toThrow("somebody else's screen");
    const submitted = ana.submits(modal, { Reason: "it works" });
    await answer(submitted, 7, { content: "closed", components: [] });
    expect(discord.visibleText(await submitted.reply())).toBe("closed");
  });

  it("is not to be had where Discord would not offer it", () => {
    expect(() => ana.types("/kmz")).toThrow("only kms, admin");
    expect(() => ana.types("/admin")).toThrow("not offered");
    expect(() => ana.types("/kms", { words: "x" })).toThrow("the options are query");
    expect(() => ana.types("/kms lookup")).toThrow("goes on with nothing more");
    expect(() => ana.usesMenu("Match", ana.says("general", "x"))).toThrow("no such command");
  });

  it("cannot be set off by somebody who does not see the message", async () => {
    const asked = ana.types("/kms");
    await answer(asked, 4, { ...clickable(), flags: 64 });
    const message = await asked.reply();

    expect(() => discord.user("ben").clicks(message, "Done")).toThrow("only somebody else can see it");
    expect(ana.clicks(message, "Done").state().kind).toBe("waiting");
  });
});

function clickable() {
  return {
    content: "Step 1",
    components: [{ type: 1, components: [{ type: 2, style: 1, label: "Done", custom_id: "done" }] }],
  };
}

function field(more: object) {
  return { type: 1, components: [{ type: 4, custom_id: "why", label: "Reason", style: 2, ...more }] };
}

function form(more: object) {
  return { custom_id: "form", title: "Escalate", components: [field({})], ...more };
}

function choices(count: number, name: string) {
  return { choices: Array.from({ length: count }, () => ({ name, value: "v" })) };
}
