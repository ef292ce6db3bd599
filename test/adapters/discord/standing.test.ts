import { afterEach, describe, expect, it } from "vitest";
import { discord as startAdapter } from "../../../adapters/discord/index.ts";
import { ALONE, standingIn } from "../../../adapters/discord/standing.ts";
import { UNTOLD } from "../../../src/core/authorization/role.ts";
import { aMemory, clockOf, configOf, connected, keepingIntake } from "./driver.ts";

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function aServer() {
  const [intake, memory] = [keepingIntake(), aMemory()];
  const { discord, adapter, stop } = await connected(() => intake, {}, { ports: { memory } });
  stops.push(stop);
  const heard = async (count: number) => {
    await discord.until(() => intake.kept().length === count, `${count} deliveries`);
    return intake.kept().at(-1)?.standing;
  };
  return { discord, adapter, intake, memory, heard };
}

describe("who somebody is on Discord", () => {
  it("is in the command they type: their roles in this server", async () => {
    const { discord, heard } = await aServer();
    const role = discord.addRole("leads", "ana");
    await discord.user("ana").types("/kms status", {}, "errors").answered();
    expect(await heard(1)).toEqual({ membership: "member", groups: [role] });
    await discord.user("ben").types("/kms status", {}, "errors").answered();
    expect(await heard(2)).toEqual({ membership: "member", groups: [] });
    expect(discord.rejections).toEqual([]);
  });

  it("is in what they say", async () => {
    const { discord, heard } = await aServer();
    const role = discord.addRole("leads", "ana");
    discord.user("ana").says("errors", `${discord.mention} status`);
    expect(await heard(1)).toEqual({ membership: "member", groups: [role] });
  });

  it("has no roles between two", async () => {
    const { discord, heard } = await aServer();
    discord.addRole("leads", "ana");
    discord.user("ana").says("dm", "status");
    expect(await heard(1)).toEqual({ membership: "member", groups: "unknown" });
  });

  it("is asked for when a mention is read back, because Discord then leaves it out", async () => {
    const { discord, adapter, intake, memory, heard } = await aServer();
    const role = discord.addRole("leads", "ana");
    discord.user("ana").says("errors", "before");
    await heard(1);
    await adapter.stop();
    discord.user("ana").says("errors", `${discord.mention} status`);
    discord.user("ana").says("errors", "talk");
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    stops.unshift(() => again.stop());
    await again.connect(intake);
    await heard(3);
    expect(intake.kept().map(({ standing }) => standing)).toEqual([
      { membership: "member", groups: [role] },
      { membership: "member", groups: [role] },
      UNTOLD,
    ]);
    expect(discord.rejections).toEqual([]);
  });
});

describe("what a membership tells", () => {
  it.each([
    { what: "nobody's server", guild: undefined, member: { roles: ["1"] }, standing: ALONE },
    { what: "no membership", guild: "1", member: undefined, standing: UNTOLD },
    { what: "a member", guild: "1", member: { roles: ["2"] }, standing: { groups: ["2"], membership: "member" } },
    {
      what: "a guest of a voice channel",
      guild: "1",
      member: { roles: [], flags: 16 },
      standing: { groups: [], membership: "guest" },
    },
  ])("of $what", ({ guild, member, standing }) => {
    expect(standingIn(guild, member)).toEqual(standing);
  });
});
