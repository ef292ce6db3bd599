import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { FakeDiscord } from "./index.ts";
import { call, objections } from "./raw.ts";

const of = (length: number): string => "x".repeat(length);
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: "Done", custom_id: "done", ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });
const rows = (...components: readonly object[]) => ({ content: "x", components: [row(...components)] });
const option = (index: number, more: object = {}) => ({ label: `${index}`, value: `${index}`, ...more });
const select = (more: object = {}) => ({ type: 3, custom_id: "which", options: [option(1)], ...more });
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: readonly object[]) => ({ flags: 32_768, components });
const embed = (more: object) => ({ embeds: [more] });
const field = (more: object = {}) => ({ name: "n", value: "v", ...more });

describe("posting a message", () => {
  let discord: FakeDiscord;
  let path: string;

  beforeAll(async () => {
    discord = await startDiscord({ rates: "off" });
    path = `POST /channels/${discord.channel("general").id}/messages`;
  });

  afterAll(async () => await discord.stop());

  it.each<{ readonly what: string; readonly body: object; readonly at: string }>([
    { what: "content over 2000", body: { content: of(2001) }, at: "content" },
    { what: "a nonce over 25", body: { content: "x", nonce: of(26) }, at: "nonce" },
    { what: "11 embeds", body: { embeds: times(11, () => ({ title: "x" })) }, at: "embeds" },
    {
      what: "6001 characters of embeds",
      body: { embeds: [{ description: of(4000) }, { description: of(2001) }] },
      at: "embeds",
    },
    { what: "an embed title over 256", body: embed({ title: of(257) }), at: "embeds.0.title" },
    { what: "an embed description over 4096", body: embed({ description: of(4097) }), at: "embeds.0.description" },
    { what: "26 embed fields", body: embed({ fields: times(26, () => field()) }), at: "embeds.0.fields" },
    {
      what: "a field name over 256",
      body: embed({ fields: [field({ name: of(257) })] }),
      at: "embeds.0.fields.0.name",
    },
    {
      what: "a field value over 1024",
      body: embed({ fields: [field({ value: of(1025) })] }),
      at: "embeds.0.fields.0.value",
    },
    { what: "an empty field value", body: embed({ fields: [field({ value: "" })] }), at: "embeds.0.fields.0.value" },
    { what: "a footer over 2048", body: embed({ title: "x", footer: { text: of(2049) } }), at: "embeds.0.footer.text" },
    { what: "an author over 256", body: embed({ title: "x", author: { name: of(257) } }), at: "embeds.0.author.name" },
    {
      what: "a script as an embed's link",
      body: embed({ title: "x", url: "javascript:alert(1)" }),
      at: "embeds.0.url",
    },
    {
      what: "6 rows",
      body: { content: "x", components: times(6, (i) => row(button({ custom_id: `${i}` }))) },
      at: "components",
    },
    {
      what: "6 buttons in a row",
      body: rows(...times(6, (i) => button({ custom_id: `${i}` }))),
      at: "components.0.components",
    },
    { what: "an empty row", body: rows(), at: "components.0.components" },
    { what: "a select beside a button", body: rows(select(), button()), at: "components.0.components.1" },
    {
      what: "a custom id over 100",
      body: rows(button({ custom_id: of(101) })),
      at: "components.0.components.0.custom_id",
    },
    { what: "one custom id twice", body: rows(button(), button()), at: "components" },
    { what: "a label over 80", body: rows(button({ label: of(81) })), at: "components.0.components.0.label" },
    { what: "a button without a face", body: rows(button({ label: "" })), at: "components.0.components.0.label" },
    {
      what: "a button without an id",
      body: rows(button({ custom_id: undefined })),
      at: "components.0.components.0.custom_id",
    },
    {
      what: "a link with an id",
      body: rows(button({ style: 5, url: "https://a.b" })),
      at: "components.0.components.0.custom_id",
    },
    {
      what: "a script as a button's link",
      body: rows({ type: 2, style: 5, label: "x", url: "javascript:1" }),
      at: "components.0.components.0.url",
    },
    { what: "an unknown style", body: rows(button({ style: 9 })), at: "components.0.components.0.style" },
    { what: "an unknown member", body: rows(button({ colour: "red" })), at: "components.0.components.0.colour" },
    { what: "an unknown component", body: rows({ type: 99 }), at: "components.0.components.0.type" },
    {
      what: "a text input outside a form",
      body: rows({ type: 4, custom_id: "a", style: 1, label: "x" }),
      at: "components.0.components.0.type",
    },
    { what: "a button outside a row", body: { content: "x", components: [button()] }, at: "components.0.type" },
    {
      what: "26 options",
      body: rows(select({ options: times(26, (i) => option(i)) })),
      at: "components.0.components.0.options",
    },
    {
      what: "an option label over 100",
      body: rows(select({ options: [option(1, { label: of(101) })] })),
      at: "components.0.components.0.options.0.label",
    },
    {
      what: "an option value over 100",
      body: rows(select({ options: [option(1, { value: of(101) })] })),
      at: "components.0.components.0.options.0.value",
    },
    {
      what: "an option description over 100",
      body: rows(select({ options: [option(1, { description: of(101) })] })),
      at: "components.0.components.0.options.0.description",
    },
    {
      what: "one option value twice",
      body: rows(select({ options: [option(1), option(1)] })),
      at: "components.0.components.0.options.1.value",
    },
    {
      what: "a placeholder over 150",
      body: rows(select({ placeholder: of(151) })),
      at: "components.0.components.0.placeholder",
    },
    {
      what: "more picks than options",
      body: rows(select({ max_values: 2 })),
      at: "components.0.components.0.max_values",
    },
    { what: "v2 components without the flag", body: { components: [text("x")] }, at: "components.0.type" },
    { what: "content beside v2 components", body: { ...v2(text("x")), content: "x" }, at: "content" },
    { what: "embeds beside v2 components", body: { ...v2(text("x")), embeds: [{ title: "x" }] }, at: "embeds" },
    { what: "41 v2 components", body: v2(...times(41, () => text("x"))), at: "components" },
    {
      what: "41 v2 components, nested",
      body: v2({ type: 17, components: times(40, () => text("x")) }),
      at: "components",
    },
    { what: "4001 characters of v2 text", body: v2(text(of(2000)), text(of(2001))), at: "components" },
    {
      what: "a section without an accessory",
      body: v2({ type: 9, components: [text("x")] }),
      at: "components.0.accessory",
    },
    {
      what: "a file that is not attached",
      body: v2({ type: 13, file: { url: "attachment://a.log" } }),
      at: "components",
    },
    {
      what: "all users and some users allowed",
      body: { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } },
      at: "allowed_mentions",
    },
    {
      what: "somebody named twice",
      body: { content: "x", allowed_mentions: { parse: [], users: ["123456", "123456"] } },
      at: "allowed_mentions.users",
    },
    {
      what: "a reply to nothing",
      body: { content: "x", message_reference: { message_id: "1" } },
      at: "message_reference",
    },
  ])("is refused for $what", async ({ body, at }) => {
    const before = discord.channel("general").messages().length;
    const answer = await call(discord, path, body);

    expect(answer.json["code"]).toBe(50_035);
    expect(objections(answer.json["errors"])).toContain(at);
    expect(discord.channel("general").messages()).toHaveLength(before);
    expect(discord.rejections.at(-1)).toMatchObject({ code: 50_035, route: "POST /channels/:channel/messages" });
  });

  it.each<{ readonly what: string; readonly body: object }>([
    { what: "nothing at all", body: {} },
    { what: "blank content", body: { content: "  \n " } },
    { what: "a blank embed", body: { embeds: [{}] } },
  ])("is refused as empty for $what", async ({ body }) => {
    expect((await call(discord, path, body)).json["code"]).toBe(50_006);
  });

  it.each<{ readonly what: string; readonly body: object }>([
    { what: "2000 characters, counted as people do", body: { content: "😀".repeat(2000) } },
    { what: "a nonce of 25", body: { content: "x", nonce: of(25) } },
    { what: "6000 characters of embeds", body: { embeds: [{ description: of(4000) }, { description: of(2000) }] } },
    {
      what: "5 rows of 5 buttons",
      body: { content: "x", components: times(5, (i) => row(...times(5, (j) => button({ custom_id: `${i}${j}` })))) },
    },
    { what: "a label of 80 and an id of 100", body: rows(button({ label: of(80), custom_id: of(100) })) },
    {
      what: "25 options",
      body: rows(select({ options: times(25, (i) => option(i)), max_values: 25, placeholder: of(150) })),
    },
    { what: "40 v2 components", body: v2(...times(40, () => text(of(100)))) },
    { what: "a section with a button", body: v2({ type: 9, components: [text("x")], accessory: button() }) },
    {
      what: "a container with everything",
      body: v2({
        type: 17,
        accent_color: 1,
        components: [text("x"), { type: 14, divider: true, spacing: 2 }, row(button())],
      }),
    },
    { what: "nulls where nothing is meant", body: { content: "x", embeds: null, components: null } },
  ])("goes through with $what", async ({ body }) => {
    expect((await call(discord, path, body)).json).toMatchObject({ id: expect.any(String) });
  });

  it("is refused without a token, on an unknown route and with broken JSON", async () => {
    const broken = await fetch(`${discord.api}/v10${path.slice(5)}`, {
      method: "POST",
      body: "{",
      headers: { authorization: `Bot ${discord.token}` },
    });

    expect(await call(discord, path, { content: "x" }, "stolen")).toMatchObject({ status: 401, json: { code: 0 } });
    expect((await call(discord, "GET /nowhere")).status).toBe(404);
    expect((await call(discord, "PUT /users/@me")).status).toBe(405);
    expect((await call(discord, "GET /channels/1/messages")).json["code"]).toBe(10_003);
    expect(await broken.json()).toMatchObject({ code: 50_109 });
    expect((await fetch(`${discord.api}/v6/users/@me`)).status).toBe(400);
  });
});
