import { describe, expect, it } from "vitest";
import { NOBODY, type OnCallPlan } from "../../src/core/escalation/policy.ts";
import type { Standing } from "../../src/core/authorization/role.ts";
import { moment } from "../core/escalation/builders.ts";
import { aPlan } from "../support/a-plan.ts";
import { aLevelFor, aPlan as everyday, onCallPerson } from "../support/on-call.ts";
import { engines } from "../support/a-store.ts";
import { aStage, type Stage, virtualClock } from "../support/platform/a-bot.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import type { Person } from "../support/platform/person.ts";

/** A Friday morning in Berlin. Ana's week began on Monday. */
const NOW = moment("2026-03-20T09:30+01:00");
const GUEST: Standing = { groups: [], membership: "guest" };

describe.each(engines)("who is on call, asked and changed by command, kept in $engine", ({ shelf }) => {
  async function aTeam(oncall: (() => OnCallPlan | undefined) | undefined = aPlan): Promise<Stage> {
    const clock = virtualClock(NOW);
    const store = await (await shelf()).open(clock);
    return aStage({ store, clock, ...(oncall === undefined ? {} : { oncall }) });
  }

  it("is told to everybody, with who is next, and nobody is pinged", async () => {
    const stage = await aTeam();
    const text = await says(stage, stage.person("EVE", "T1", GUEST), "oncall");
    expect(text).toBe(
      [
        "Who is on call",
        "Messaging: Ana López (weekly), until 2026-03-23 09:00 Europe/Berlin",
        "- then Ben Berg (weekly), until 2026-03-30 09:00 Europe/Berlin",
      ].join("\n"),
    );
    expect(stage.posts()).toEqual([]);
  });

  it("is told for another time", async () => {
    const stage = await aTeam();
    const ben = stage.person("BEN");
    expect(await says(stage, ben, "oncall mon 10:00")).toContain("Messaging: Ben Berg (weekly), until 2026-03-30");
    expect(await says(stage, ben, "who is on call?")).toContain("Messaging: Ana López");
    expect(await says(stage, ben, "oncall 25:00")).toBe(
      "Cannot tell the time. Write it so: /kms oncall tomorrow 09:00 or /kms oncall 2026-03-29T02:30.",
    );
  });

  it("is taken over by a lead's word until it is over, with who said so", async () => {
    const stage = await aTeam();
    const ana = stage.person("ANA");
    expect(await says(stage, ana, "override ben until 18:00")).toMatch(
      /^Ben Berg is on call for Messaging from now until 2026-03-20 18:00 Europe\/Berlin instead of Ana López\. Tell them; I don't\. Take it back: \/kms override remove [a-z0-9]{4}$/,
    );
    const standing = await says(stage, stage.person("DORA"), "oncall");
    expect(standing).toContain("Messaging: Ben Berg (override), until 2026-03-20 18:00 Europe/Berlin");
    expect(standing).toContain("then Ana López (weekly), until 2026-03-23 09:00");
    expect(standing).toMatch(/override [a-z0-9]{4}: Ben Berg from 2026-03-20 09:30 .+ set by ANA/);
    await stage.pass(9 * 3_600_000);
    expect(await says(stage, ana, "oncall")).toContain("Messaging: Ana López (weekly)");
    expect(await says(stage, ana, "override")).toContain("No overrides");
  });

  it("counts in every workspace that shares the plan, where it is not told who said so", async () => {
    const stage = await aTeam();
    await says(stage, stage.person("ANA"), "override ben 2h");
    const elsewhere = await says(stage, stage.person("ZED", "T2"), "oncall");
    expect(elsewhere).toContain("Messaging: Ben Berg (override)");
    expect(elsewhere).toContain("set elsewhere");
    expect(elsewhere).not.toContain("ANA");
  });

  it("is taken back by its name, once, and listed", async () => {
    const stage = await aTeam();
    const [ana, cy] = [stage.person("ANA"), stage.person("CY")];
    const set = await says(stage, ana, "override me 2h");
    const id = /remove ([a-z0-9]{4})$/.exec(set)?.[1] ?? "";
    expect(await says(stage, cy, "overrides")).toContain(`Messaging, override ${id}: Ana López`);
    expect(await says(stage, cy, `override remove ${id}`)).toBe(
      `Taken back: Ana López does not take over (${id}, set by ANA).`,
    );
    expect(await says(stage, ana, `override remove ${id}`)).toBe(`CY took ${id} back just now. Nothing was changed.`);
    expect(await says(stage, ana, "override remove zzzz")).toContain("There is no override zzzz here.");
  });

  it("is changed by no responder and no guest; they are told why, and may look", async () => {
    const stage = await aTeam();
    const [ben, eve] = [stage.person("BEN"), stage.person("EVE", "T1", GUEST)];
    expect(await says(stage, ben, "override me 2h")).toBe(
      "Cannot override a schedule: it takes the role lead. Ask an admin to add you under roles in oncall.yaml.",
    );
    expect(await says(stage, eve, "override ana 2h")).toContain("guests and people from other workspaces only look");
    expect(await says(stage, ben, "override")).toContain("No overrides");
    expect(await says(stage, ben, "override remove abcd")).toContain("it takes the role lead");
  });

  it("is said by a mention as well", async () => {
    const stage = await aTeam();
    const ana = stage.person("ANA");
    await ana.says("override ben until 18:00", { addressed: true });
    await stage.settle();
    expect(ana.told().at(-1)?.sight.text).toContain("Ben Berg is on call for Messaging from now");
  });

  it("refuses what it does not understand, and changes nothing", async () => {
    const stage = await aTeam();
    const ana = stage.person("ANA");
    expect(await says(stage, ana, "override bob until 18:00")).toContain("nobody in oncall.yaml is called “bob”");
    expect(await says(stage, ana, "overrides")).toContain("No overrides");
  });

  it("is always the same where nobody takes turns: whom the policy calls, level by level", async () => {
    const plan = everyday(
      { people: [onCallPerson("ana"), onCallPerson("ben")] },
      { levels: [aLevelFor("ana"), aLevelFor("ben")] },
    );
    const stage = await aTeam(() => plan);
    const text = await says(stage, stage.person("EVE", "T1", GUEST), "oncall");
    expect(text).toContain(
      "always the same people, because oncall.yaml has no schedule\n- level 1: Ana\n- level 2: Ben",
    );
  });

  it("is nobody where there is no oncall.yaml", async () => {
    const stage = await aTeam(() => undefined);
    expect(await says(stage, stage.person("ANA"), "oncall")).toBe(
      "There is no oncall.yaml here, so nobody is on call. Call somebody yourself.",
    );
  });

  it("says what is wrong and who mends it to whoever asks for help while oncall.yaml cannot be used", async () => {
    const stage = await aTeam(() => NOBODY);
    const said = await says(stage, stage.person("ANA"), "escalate mail is down");
    expect(said).toBe(
      "Cannot escalate: oncall.yaml is broken, so nobody is paged and everybody only looks. Call somebody yourself, and ask whoever runs me to say kms check.",
    );
    expect(stage.posts()).toEqual([]);
  });

  it("takes a long text that only begins like a command for an error", async () => {
    const stage = await aTeam();
    const long = `override of the setting failed with error 1 ${"and so on ".repeat(5)}`;
    expect(await says(stage, stage.person("BEN"), long)).toContain("The store does not mount");
  });
});

describe("help", () => {
  it("lists what the asker may do, and no more", async () => {
    const clock = virtualClock(NOW);
    const stage = await aStage({ store: await (await engines[0]!.shelf()).open(clock), clock, oncall: aPlan });
    const help = async (person: Person) => {
      await person.asks("help");
      await stage.settle();
      const text = person.told().at(-1)?.sight.text ?? "";
      return ["status", "oncall", "export", "mute", "override", "channel"].filter((word) =>
        text.includes(`/kms ${word}`),
      );
    };
    expect(await help(stage.person("EVE", "T1", GUEST))).toEqual(["status", "oncall"]);
    expect(await help(stage.person("BEN"))).toEqual(["status", "oncall", "export", "mute"]);
    expect(await help(stage.person("ANA"))).toEqual(["status", "oncall", "export", "mute", "override"]);
    expect(await help(stage.person("CY"))).toEqual(["status", "oncall", "export", "mute", "override", "channel"]);
  });
});

it("says the same at the machine itself, where nobody needs a role", async () => {
  const clock = virtualClock(NOW);
  const store = await (await engines[0]!.shelf()).open(clock);
  const stage = await aStage({ store, clock, fake: fakePlatform("terminal"), oncall: () => NOBODY });
  const said = await says(stage, stage.person("ANA"), "escalate mail is down");
  expect(said).toContain("oncall.yaml is broken, so nobody is paged");
  expect(said).toContain("and ask whoever runs me to say kms check.");
});

/** What somebody is told who asks this. */
async function says(stage: Stage, person: Person, text: string): Promise<string> {
  await person.asks(text);
  await stage.settle();
  return person.told().at(-1)?.sight.text ?? "";
}
