import { afterEach, describe, expect, it } from "vitest";
import { type Connected, connected, keepingIntake } from "./driver.ts";

let on: Connected | undefined;

afterEach(async () => {
  await on?.stop();
});

async function aServer() {
  const intake = keepingIntake();
  const reports: string[] = [];
  on = await connected(() => intake, {}, { ports: { report: ({ text }) => reports.push(text) } });
  const { discord, adapter } = on;
  const asked = (path: string) => discord.calls.filter((call) => call.path.includes(path)).length;
  const nameOf = (kind: "person" | "channel", id: string, tenant: string = discord.guild().id) =>
    adapter.platform.nameOf?.(tenant, { kind, id });
  return { discord, intake, reports, asked, nameOf, ana: discord.user("ana") };
}

describe("what people and channels are called on Discord", () => {
  it("is told as Discord shows it, and asked for once", async () => {
    const { discord, nameOf, asked, ana } = await aServer();
    for (let times = 0; times < 3; times++) {
      expect(await nameOf("person", ana.id)).toBe("ana");
      expect(await nameOf("channel", discord.channel("errors").id)).toBe("#errors");
    }
    expect(asked("/members/")).toBe(1);
  });

  it("is told of somebody whom the bot talks with alone", async () => {
    const { discord, nameOf, ana, intake } = await aServer();
    ana.says("dm", "help");
    await discord.until(() => intake.kept().length === 1, "a word");
    expect(await nameOf("person", ana.id, intake.kept()[0]?.place.tenant)).toBe("ana");
  });

  it("is not told of who is nobody here, and nobody complains", async () => {
    const { nameOf, reports, asked } = await aServer();
    expect(await nameOf("person", "404404404404404404")).toBeUndefined();
    expect(await nameOf("person", "U404")).toBeUndefined();
    expect(asked("/members/")).toBe(1);
    expect(reports).toEqual([]);
  });
});
