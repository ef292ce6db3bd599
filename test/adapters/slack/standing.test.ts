import { afterEach, describe, expect, it } from "vitest";
import { membershipIn, standingInEnvelope } from "../../../adapters/slack/standing.ts";
import type { FakeSlackOptions } from "../../support/slack/index.ts";
import { aClick, aMessage, heardOf } from "./payloads.ts";
import { type Connected, connected, keepingIntake } from "./driver.ts";

const MINUTE = 60_000;

const world: FakeSlackOptions = {
  teams: [{ id: "T1" }, { id: "T2", installed: false }],
  users: [
    { id: "U1" },
    { id: "U2", kind: "guest" },
    { id: "U3", kind: "single-channel" },
    { id: "U9", team: "T2" },
    { id: "U8", team: "T2", enterprise: { id: "E1", teams: ["T1", "T2"] } },
  ],
  channels: [{ id: "C1", members: ["U1", "U2", "U3", "U8", "U9", "UBOTT1"], sharedWith: ["T2"] }],
  groups: [
    { id: "S1", team: "T1", handle: "leads", members: ["U1", "U2"] },
    { id: "S2", team: "T1", handle: "oncall", members: ["U1"] },
    { id: "S9", team: "T2", handle: "others", members: ["U1"] },
  ],
};

let on: Connected | undefined;

afterEach(async () => {
  await on?.stop();
});

async function aWorkspace(options: FakeSlackOptions = {}) {
  const intake = keepingIntake();
  const reports: string[] = [];
  on = await connected("socket", () => intake, { ...world, ...options }, { report: ({ text }) => reports.push(text) });
  const { slack } = on;
  const asks = async (user: string) => {
    await slack.user(user).types("/kms status", "C1");
    return intake.kept().at(-1)?.standing;
  };
  const asked = (method: string) => slack.calls.filter((call) => call.method === method).length;
  return { slack, intake, reports, asks, asked };
}

describe("who somebody is on Slack", () => {
  it.each([
    { who: "a member of two groups", user: "U1", standing: { membership: "member", groups: ["S1", "S2"] } },
    { who: "a guest, groups or not", user: "U2", standing: { membership: "guest", groups: ["S1"] } },
    { who: "a guest of a single channel", user: "U3", standing: { membership: "guest", groups: [] } },
    { who: "somebody from another workspace", user: "U9", standing: { membership: "stranger", groups: [] } },
    { who: "somebody of the same organisation", user: "U8", standing: { membership: "member", groups: [] } },
  ])("is told for $who who types a command", async ({ user, standing }) => {
    const { slack, asks } = await aWorkspace();
    expect(await asks(user)).toEqual(standing);
    expect(slack.rejections).toEqual([]);
  });

  it("is told for a mention, and not looked up for talk", async () => {
    const { slack, intake, asked } = await aWorkspace();
    slack.user("U1").says("C1", "Event ID 5389");
    await slack.until(() => intake.kept().length === 1);
    expect(asked("users.info")).toBe(0);
    slack.user("U1").mentions("C1", "status");
    await slack.until(() => intake.kept().length === 2);
    expect(intake.kept().at(-1)?.standing).toEqual({ membership: "member", groups: ["S1", "S2"] });
  });

  it("knows somebody from another workspace by the envelope, and asks Slack for no more than their name", async () => {
    const { slack, intake } = await aWorkspace();
    slack.user("U9").mentions("C1", "status");
    await slack.until(() => intake.kept().length === 1);
    expect(intake.kept()[0]?.standing).toEqual({ membership: "stranger", groups: [] });
  });

  it("is asked once for many commands, and again after five minutes", async () => {
    const { slack, asks, asked } = await aWorkspace();
    for (let times = 0; times < 5; times++) await asks("U1");
    expect([asked("users.info"), asked("usergroups.list")]).toEqual([1, 1]);
    slack.world.groups.set("S2", { id: "S2", team: "T1", handle: "oncall", members: [] });
    slack.clock.advance(5 * MINUTE);
    expect(await asks("U1")).toEqual({ membership: "member", groups: ["S1"] });
  });

  it("stays as it was for an hour while Slack does not answer, and is unknown after that", async () => {
    const { slack, asks, reports } = await aWorkspace();
    await asks("U1");
    for (const method of ["users.info", "usergroups.list"]) slack.faults.next(method, { kind: "http500" }, 99);
    slack.clock.advance(30 * MINUTE);
    expect(await asks("U1")).toEqual({ membership: "member", groups: ["S1", "S2"] });
    slack.clock.advance(31 * MINUTE);
    expect(await asks("U1")).toEqual({ membership: "unknown", groups: "unknown" });
    slack.faults.clear();
    slack.clock.advance(MINUTE);
    expect(await asks("U1")).toEqual({ membership: "member", groups: ["S1", "S2"] });
    expect(reports.filter((text) => text.startsWith("Cannot ask Slack who is a guest"))).toHaveLength(1);
  });

  it("is unknown without the scopes, which is said once with the way out", async () => {
    const { asks, reports, asked } = await aWorkspace({
      scopes: ["app_mentions:read", "channels:history", "chat:write", "commands"],
    });
    expect(await asks("U1")).toEqual({ membership: "unknown", groups: "unknown" });
    await asks("U1");
    expect(asked("users.info")).toBe(1);
    expect(reports).toEqual([
      "Cannot ask Slack who is a guest: missing_scope. Add the scope users:read to the app and install it again; until then only what oncall.yaml grants to somebody's own id counts.",
      "Cannot ask Slack who is in which group: missing_scope. Add the scope usergroups:read to the app and install it again; until then only what oncall.yaml grants to somebody's own id counts.",
      "Cannot ask Slack what a channel is called: missing_scope. Add the scope channels:read (groups:read for private channels, mpim:read for group messages) to the app and install it again; until then pages and exports say its id.",
    ]);
  });
});

describe("what an envelope tells about somebody", () => {
  it.each([
    { tenant: "T1", home: "T1", isOfOrganisation: false, membership: "unknown" },
    { tenant: "T1", home: undefined, isOfOrganisation: false, membership: "unknown" },
    { tenant: "T1", home: "T2", isOfOrganisation: false, membership: "stranger" },
    { tenant: "T1", home: "T2", isOfOrganisation: true, membership: "unknown" },
    { tenant: "E1", home: "T2", isOfOrganisation: false, membership: "unknown" },
  ])("in $tenant is $membership for home $home", ({ tenant, home, isOfOrganisation, membership }) => {
    expect(standingInEnvelope(tenant, home, isOfOrganisation).membership).toBe(membership);
  });

  it("is in a click's user and in a shared channel's message, never in what was written", () => {
    const { standing } = heardOf(aClick({ user: { id: "U9", name: "eve", team_id: "T2" } }));
    expect(standing.membership).toBe("stranger");
    expect(heardOf(aMessage({ user_team: "T2" })).standing.membership).toBe("stranger");
    expect(heardOf(aMessage({ text: 'user_team: "T2" is_restricted' })).standing.membership).toBe("unknown");
  });
});

describe("what users.info tells", () => {
  it.each([
    { user: { team_id: "T1" }, membership: "member" },
    { user: { team_id: "T1", is_restricted: true }, membership: "guest" },
    { user: { team_id: "T1", is_restricted: true, is_ultra_restricted: true }, membership: "guest" },
    { user: { team_id: "T2" }, membership: "stranger" },
    { user: { team_id: "T1", is_stranger: true }, membership: "stranger" },
    { user: { team_id: "T1", deleted: true }, membership: "stranger" },
    { user: { team_id: "T1", is_bot: true }, membership: "stranger" },
    { user: { team_id: "T2", enterprise_user: { enterprise_id: "E1", teams: ["T1"] } }, membership: "member" },
    { user: {}, membership: "stranger" },
  ])("of $user makes a $membership", ({ user, membership }) => {
    expect(membershipIn(user, "T1")).toBe(membership);
  });

  it("of somebody of the organisation makes a member where the app is installed for all of it", () => {
    const user = { team_id: "T2", enterprise_user: { enterprise_id: "E1", teams: ["T2"] } };
    expect([membershipIn(user, "E1"), membershipIn(user, "E2")]).toEqual(["member", "stranger"]);
  });
});
