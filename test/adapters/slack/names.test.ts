import { afterEach, describe, expect, it } from "vitest";
import type { FakeSlackOptions } from "../../support/slack/index.ts";
import { type Connected, connected, keepingIntake } from "./driver.ts";

const world: FakeSlackOptions = {
  users: [{ id: "U1", name: "Ana López" }, { id: "U2" }],
  channels: [
    { id: "C1", name: "ops" },
    { id: "G2", name: "secret-ops", kind: "private" },
    { id: "G3", name: "not-ours", kind: "private", members: ["U1"] },
    { id: "G4", name: "mpdm-ana--ben-1", kind: "mpim" },
  ],
};

let on: Connected | undefined;

afterEach(async () => {
  await on?.stop();
});

async function aWorkspace() {
  const intake = keepingIntake();
  const reports: string[] = [];
  on = await connected("socket", () => intake, world, { report: ({ text }) => reports.push(text) });
  const { slack, adapter } = on;
  const asked = (method: string) => slack.calls.filter((call) => call.method === method).length;
  const nameOf = (kind: "person" | "channel", id: string) => adapter.platform.nameOf?.("T1", { kind, id });
  return { slack, intake, reports, asked, nameOf };
}

describe("what people and channels are called on Slack", () => {
  it("is told as Slack shows it, and asked for once", async () => {
    const { nameOf, asked } = await aWorkspace();
    for (let times = 0; times < 3; times++) {
      expect(await nameOf("person", "U1")).toBe("Ana López");
      expect(await nameOf("channel", "C1")).toBe("#ops");
    }
    expect(await nameOf("channel", "G2")).toBe("#secret-ops");
    expect(await nameOf("channel", "D7")).toBe("a direct message");
    expect(await nameOf("channel", "G4")).toBe("a group message");
    expect([asked("users.info"), asked("conversations.info")]).toEqual([1, 3]);
  });

  it("is not told of a private channel that the bot is not in, and nobody complains", async () => {
    const { nameOf, reports } = await aWorkspace();
    expect(await nameOf("channel", "G3")).toBeUndefined();
    expect(await nameOf("person", "U404")).toBeUndefined();
    expect(reports).toEqual([]);
  });

  it("comes with a command and a click, whatever these call people", async () => {
    const { slack, intake } = await aWorkspace();
    await slack.user("U1").types("/kms status", "G2");
    expect(intake.kept().at(-1)).toMatchObject({ by: { name: "Ana López" }, channelName: "#secret-ops" });
  });
});
