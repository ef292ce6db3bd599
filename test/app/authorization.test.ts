import { describe, expect, it } from "vitest";
import { conversation } from "../../src/app/conversation.ts";
import { inMemoryCases } from "../../src/app/in-memory-cases.ts";
import { mayOf } from "../../src/app/may.ts";
import { MEMBER, type Membership, type Standing } from "../../src/core/authorization/role.ts";
import { caseId } from "../../src/core/resolution/case.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import { viewText } from "../core/view/view-text.ts";
import { aPlan } from "../support/a-plan.ts";
import { engines } from "../support/a-store.ts";
import { aStage, type Stage, virtualClock } from "../support/platform/a-bot.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import { threeErrors } from "../support/three-errors.ts";

const NAMES = {
  slack: { nobody: "NEW", worker: "WORKER", responder: "BEN", lead: "ANA", admin: "CY" },
  discord: {
    nobody: "100000000000000004",
    worker: "100000000000000005",
    responder: "100000000000000002",
    lead: "100000000000000001",
    admin: "100000000000000003",
  },
} as const;

const GROUP = { slack: "SWORK", discord: "100000000000000009" } as const;

type Who = keyof (typeof NAMES)["slack"];

/** Who may do what, by any entrance. */
const ROWS: readonly { readonly who: Who; readonly membership: Membership; readonly may: readonly string[] }[] = [
  { who: "nobody", membership: "member", may: [] },
  { who: "worker", membership: "member", may: ["button", "form", "mute", "mention"] },
  { who: "worker", membership: "unknown", may: [] },
  { who: "responder", membership: "member", may: ["button", "form", "mute", "mention"] },
  { who: "responder", membership: "unknown", may: ["button", "form", "mute", "mention"] },
  { who: "lead", membership: "member", may: ["button", "form", "mute", "mention"] },
  { who: "admin", membership: "member", may: ["button", "form", "mute", "mention", "configure"] },
  { who: "admin", membership: "guest", may: [] },
  { who: "lead", membership: "stranger", may: [] },
];

const rows = (["slack", "discord"] as const).flatMap((platform) => ROWS.map((row) => ({ ...row, platform })));

describe.each(engines)("who may do what where oncall.yaml says it, kept in $engine", ({ shelf }) => {
  it.each(rows)("is the same by button, form, command and mention: $who, $membership, on $platform", async (row) => {
    const { platform, who, membership, may } = row;
    const clock = virtualClock();
    const plan = aPlan();
    const store = await (await shelf()).open(clock);
    const stage = await aStage({ store, clock, fake: fakePlatform(platform), oncall: () => plan });
    const standing = { groups: who === "worker" ? [GROUP[platform]] : [], membership };
    expect(await whatWorks(stage, NAMES[platform][who], standing, NAMES[platform].admin)).toEqual(may);
  });

  it("lets everybody look, ask and see where things stand", async () => {
    const clock = virtualClock();
    const stage = await aStage({ store: await (await shelf()).open(clock), clock, oncall: aPlan });
    const guest = stage.person("EVE", "T1", { groups: [], membership: "guest" });
    await guest.asks("error 1");
    await guest.asks("status");
    await guest.asks("channel");
    await stage.settle();
    const told = guest.told().map(({ sight }) => sight.text);
    expect(told[0]).toContain("The store does not mount");
    expect(told[1]).toContain("Open in this channel");
    expect(told[2]).toContain("This channel is set to watch:");
  });
});

describe("who may do what where there is no oncall.yaml", () => {
  it.each<{ readonly membership: Membership; readonly may: readonly string[] }>([
    { membership: "member", may: ["button", "form", "mute", "mention", "configure"] },
    { membership: "unknown", may: ["button", "form", "mute", "mention", "configure"] },
    { membership: "guest", may: [] },
    { membership: "stranger", may: [] },
  ])("is everything but to overrule somebody for a $membership", async ({ membership, may }) => {
    const clock = virtualClock();
    const store = await (await engines[0]!.shelf()).open(clock);
    expect(await whatWorks(await aStage({ store, clock }), "EVE", { groups: [], membership }, "ANA")).toEqual(may);
  });
});

describe("who may do what at the terminal", () => {
  it("is to look and to work for whoever sits there; what is for channels is none of it", async () => {
    expect(await saidAtTerminal("root", "mute")).toContain("this is none");
    expect(await saidAtTerminal("root", "channel off")).toContain("this is none");
    expect(await saidAtTerminal("root", "override ana 2h")).toContain("Overrides are set in Slack or Discord");
    expect(await saidAtTerminal("root", "help")).not.toContain("override");
    expect(await saidAtTerminal("root", "export")).toContain("| Time (UTC) | Who | Where | What |");
  });
});

/** Tries everything that is refused to some, and says what had an effect. What was refused was said to them alone. */
async function whatWorks(stage: Stage, name: string, standing: Standing, admin: string): Promise<readonly string[]> {
  const [boss, person] = [stage.person(admin), stage.person(name, "T1", standing)];
  const works: string[] = [];
  const told = () => person.told().at(-1)?.sight.text ?? "";
  const tries = async (what: string, doing: () => Promise<unknown>, hasWorked: () => boolean) => {
    const before = person.told().length;
    await doing();
    await stage.settle();
    const isRefused = person.told().length === before + 1 && /^Cannot .+: /.test(told());
    works.push(...(hasWorked() ? [what] : isRefused ? [] : [`${what}, unanswered`]));
  };
  await boss.says("error 1");
  await stage.settle();
  const post = stage.post();
  const text = () => stage.post().sight.text;
  await tries(
    "button",
    () => person.presses("Start", post),
    () => text().includes("Step 1 of 4"),
  );
  if (!text().includes("Step 1")) await boss.presses("Start", stage.post());
  await stage.settle();
  await tries(
    "form",
    () => person.presses("Skip…", stage.post(), "no time"),
    () => text().includes("Step 2 of 4"),
  );
  await tries(
    "mute",
    () => person.asks("mute"),
    () => told().includes("silent"),
  );
  await tries(
    "mention",
    () => person.says("unmute", { addressed: true }),
    () => told().includes("listen"),
  );
  await tries(
    "configure",
    () => person.asks("channel mention"),
    () => told().includes("now set"),
  );
  return works;
}

/** What somebody at a terminal is told, in the middle of a case. */
async function saidAtTerminal(id: string, text: string): Promise<string> {
  const talk = conversation({
    ...threeErrors,
    clock: { now: () => instant(0) },
    cases: inMemoryCases(),
    may: mayOf({ ...MEMBER, platform: "terminal", id }, aPlan()),
    prefix: "",
  });
  const by = { id: "terminal", name: id };
  await talk.hear({ case: caseId("one"), text: "error 1", via: "command", by });
  const reply = await talk.hear({ case: caseId("one"), text, via: "command", by });
  return reply.kind === "silent" ? "" : viewText(reply.view);
}
