import { array, assert, constantFrom, property } from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { FakeDiscord } from "./index.ts";
import { allowedMentions, mentionsIn } from "./world/mentions.ts";
import { call } from "./raw.ts";

describe("pings", () => {
  let discord: FakeDiscord;
  let role: string;

  beforeAll(async () => {
    discord = await startDiscord({ rates: "off" });
    role = discord.addRole("on call", "ana", "ben");
  });

  beforeEach(() => void discord.world.pings.splice(0));
  afterAll(async () => await discord.stop());

  const post = async (body: object) =>
    await call(discord, `POST /channels/${discord.channel("general").id}/messages`, body);
  const pinged = () => discord.pings().map(({ by, users }) => `${by} ${users.length}`);
  const ana = () => discord.user("ana").mention;

  it.each<{ readonly what: string; readonly body: () => object; readonly expected: readonly string[] }>([
    {
      what: "everybody mentioned when nothing is said about it",
      body: () => ({ content: `${ana()} <@&${role}>` }),
      expected: ["mention 1", "role 2"],
    },
    {
      what: "nobody when nothing is allowed",
      body: () => ({ content: `${ana()} @everyone`, allowed_mentions: { parse: [] } }),
      expected: [],
    },
    {
      what: "only those named",
      body: () => ({ content: `${ana()} <@&${role}>`, allowed_mentions: { users: [discord.user("ana").id] } }),
      expected: ["mention 1"],
    },
    { what: "nobody in an embed", body: () => ({ embeds: [{ description: ana() }] }), expected: [] },
    { what: "nobody inside code", body: () => ({ content: `\`${ana()}\` \`\`\`\n@everyone\n\`\`\`` }), expected: [] },
    {
      what: "somebody in a text display",
      body: () => ({ flags: 32_768, components: [{ type: 10, content: ana() }] }),
      expected: ["mention 1"],
    },
  ])("notify $what", async ({ body, expected }) => {
    await post(body());

    expect(pinged()).toEqual(expected);
  });

  it("notify everyone who can see the channel, and only while the bot may", async () => {
    await post({ content: "@everyone" });
    expect(pinged()).toEqual([`everyone ${discord.guild().members.length - 1}`]);
    discord.world.pings.splice(0);
    discord.deny("general", "MENTION_EVERYONE");
    await post({ content: "@everyone" });
    discord.allow("general", "MENTION_EVERYONE");

    expect(pinged()).toEqual([]);
  });

  it("notify the author of a message replied to, unless that is switched off", async () => {
    const reference = { message_id: discord.user("ana").says("general", "help").id };
    await post({ content: "x", message_reference: reference });
    await post({ content: "x", message_reference: reference, allowed_mentions: { parse: [], replied_user: false } });

    expect(pinged()).toEqual(["reply 1"]);
  });

  it("do not come from edits", async () => {
    const { id } = (await post({ content: "x" })).json;
    await call(discord, `PATCH /channels/${discord.channel("general").id}/messages/${String(id)}`, { content: ana() });

    expect(pinged()).toEqual([]);
  });

  it("never come from text when nothing is allowed", () => {
    const channel = discord.channel("general").now();
    const pieces = constantFrom("@everyone", "@here", ana(), `<@&${role}>`, "`", "```", "\n", " ", "x", "\u200B");
    const allowed = allowedMentions({ parse: [] });
    assert(
      property(array(pieces, { maxLength: 12 }), (parts) => {
        const said = { content: parts.join(""), components: [], author: discord.botId, channel, allowed };
        expect(mentionsIn(discord.world, said)).toEqual({ users: [], roles: [], everyone: false });
      }),
      { numRuns: 1_000 },
    );
  });
});
