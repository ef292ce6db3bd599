import { describe, expect, it } from "vitest";
import { personId, policyId } from "../../src/core/escalation/ids.ts";
import { engines } from "../support/a-store.ts";
import { aLevelFor, aPlan, onCallPerson } from "../support/on-call.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";

const MINUTE = 60_000;

/** Dee pastes an error and asks for help. */
async function escalated(on: Watch, reason = ""): Promise<void> {
  const dee = on.person("dee");
  await dee.says("error 1");
  await on.settle();
  await dee.presses("Escalate…", on.sees("The store does not mount"), reason);
  await on.pass(1_000);
}

const incidentOf = (on: Watch) => on.sees("(Store 7009)", "C1");

describe.each(engines)("somebody asks for help, kept in $engine", ({ shelf }) => {
  it("calls the people on call, and one of them takes it and resolves it", async () => {
    const on = await aWatch({ shelf });
    const ana = on.person("ana");
    await escalated(on, "the mail is down");
    expect(incidentOf(on).sight.text).toContain("Calling level 1: Ana.");
    expect(incidentOf(on).thread).toBe(on.sees("The store does not mount").thread);
    expect(on.sees("The store does not mount").sight.text).toContain("Calling level 1: Ana.");
    expect(on.sees("Calling Ana.", "C1").sight.pings).toEqual(["Uana"]);
    expect(on.pager.lines()).toEqual([expect.stringMatching(/^trigger kms\/[a-z0-9]{8}\/1$/)]);
    await ana.presses("Acknowledge", on.sees("[high] The store does not mount", "DUana"));
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("ana is on it");
    expect(on.sees("[high] The store does not mount", "DUana").sight.text).toContain("ana is on it");
    expect(on.pager.lines().map((line) => line.split(" ")[0])).toEqual(["trigger", "acknowledge"]);
    await on.pass(60 * MINUTE);
    expect(on.texts("DUbo")).toEqual([]);
    await ana.presses("Resolve", incidentOf(on));
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("Resolved by ana");
    expect(on.sees("The store does not mount").sight.text).toContain("Resolved by ana");
    expect(Object.keys(on.sees("The store does not mount").sight.tokens)).toContain("Escalate…");
    expect(on.pager.lines().map((line) => line.split(" ")[0])).toEqual(["trigger", "acknowledge", "resolve"]);
    expect(on.warnings).toEqual([]);
  });

  it("calls the next level when nobody answers, and says in the end that nobody did", async () => {
    const on = await aWatch({ shelf });
    await escalated(on);
    await on.pass(10 * MINUTE);
    expect(incidentOf(on).sight.text).toContain("Calling level 2: Bo.");
    expect(on.sees("[high] The store does not mount", "DUbo").sight.tokens).toHaveProperty("Acknowledge");
    expect(on.pager.lines().map((line) => line.at(-1))).toEqual(["1", "2"]);
    await on.pass(10 * MINUTE);
    expect(incidentOf(on).sight.text).toContain("Everybody was called, and nobody answered.");
    await on.person("bo").presses("Acknowledge", incidentOf(on));
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("bo is on it");
  });

  it("makes one page of a hundred clicks, and tells ninety-nine people who was faster", async () => {
    const on = await aWatch({ shelf, plan: aPlan({ roles: [{ role: "responder", to: "slack Udee" }] }) });
    const dee = on.person("dee");
    await dee.says("error 1");
    await on.settle();
    const message = on.sees("The store does not mount");
    await Promise.all(Array.from({ length: 100 }, () => dee.presses("Escalate…", message, "help")));
    await on.settle();
    expect(on.pager.lines()).toHaveLength(1);
    expect(on.texts("C1").filter((text) => text.startsWith("[high]"))).toHaveLength(1);
    expect(dee.told().filter(({ sight }) => sight.text.includes("dee asked for help"))).toHaveLength(99);
  });

  it("lets one person take it, and tells the other who did", async () => {
    const on = await aWatch({ shelf });
    await escalated(on);
    const [ana, bo] = [on.person("ana"), on.person("bo")];
    const message = incidentOf(on);
    await ana.presses("Acknowledge", message);
    await bo.presses("Acknowledge", message);
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("ana is on it");
    expect(bo.told().at(-1)?.sight.text).toContain("ana acknowledged, just now. Your click changed nothing.");
  });

  it("hands over by name, changes the severity, takes notes, and calls the next level at once", async () => {
    const on = await aWatch({ shelf });
    await escalated(on);
    const ana = on.person("ana");
    await ana.presses("Hand over…", incidentOf(on), "cy");
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("Calling level 1: Cy.");
    expect(on.sees("Handed over to Cy.", "C1").sight.pings).toEqual(["Ucy"]);
    expect(on.texts("DUcy")).toHaveLength(1);
    await ana.presses("Severity: critical", incidentOf(on));
    await on.settle();
    await ana.presses("Add a note…", incidentOf(on), "the disk is full, password=tiger12");
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("[critical] The store does not mount");
    expect(incidentOf(on).sight.text).toContain("noted: the disk is full, password=[password removed]");
    await ana.presses("Next level now", incidentOf(on));
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("Calling level 2: Bo.");
    await ana.presses("Hand over…", incidentOf(on), "nobody");
    await on.settle();
    expect(ana.told().at(-1)?.sight.text).toContain("Nobody in oncall.yaml is called “nobody”");
  });

  it("waits for the end of quiet hours, unless it becomes bad enough", async () => {
    const quiet = { severities: ["low"], zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 } as const;
    const on = await aWatch({ shelf, plan: aPlan({}, { severity: "low", quiet: [quiet] }) });
    await escalated(on);
    expect(incidentOf(on).sight.text).toContain("Waiting for the end of quiet hours.");
    expect(on.pager.lines()).toEqual([]);
    await on.person("ana").presses("Severity: critical", incidentOf(on));
    await on.settle();
    expect(incidentOf(on).sight.text).toContain("Calling level 1: Ana.");
  });

  it("begins by itself when everything was tried, where the policy says so", async () => {
    const on = await aWatch({ shelf, plan: aPlan({}, { automatic: true }) });
    const dee = on.person("dee");
    await dee.says("error 2");
    await on.settle();
    await dee.presses("Start", on.sees("The store is on the wrong disk"));
    await on.settle();
    await dee.presses("Still wrong", on.sees("Step 1 of 2"));
    await on.settle();
    const incident = on.sees("[high] event 7010", "C1").sight.text;
    expect(incident).toContain("Asked for by kms");
    expect(incident).not.toContain("dee asked for help");
    expect(on.pager.lines()).toHaveLength(1);
  });

  it("begins by command in a thread, with a severity and a reason; whoever comes late asks for the status", async () => {
    const on = await aWatch({ shelf });
    const dee = on.person("dee");
    const paste = await dee.says("error 1");
    await on.settle();
    await dee.says("escalate critical nobody can log in", { thread: paste, addressed: true });
    await on.settle();
    expect(on.sees("[critical] The store does not mount", "C1").sight.text).toContain("nobody can log in");
    const bo = on.person("bo");
    await bo.says("status", { thread: paste, addressed: true });
    await on.settle();
    const told = bo.told().at(-1)?.sight.text ?? "";
    expect(told).toContain("Where we are");
    expect(told).toContain("Calling level 1: Ana.");
    expect(told).toContain("Next: Work through “The store does not mount”");
  });

  it("says by name whom and what the reason mentions, as far as anybody knows them", async () => {
    const people = [onCallPerson("ana"), onCallPerson("bo", { slack: "U0B0" })];
    const on = await aWatch({ shelf, plan: aPlan({ people }) });
    const dee = on.person("dee");
    await dee.asks("escalate critical ask <@U0B0>, <@U7E|Sam> or <@U404>; more in <#C2|ops> and <#C404>");
    await on.settle();
    await on.pass(1_000);
    const [page] = on.pager.told;
    expect(page?.details).toContain("ask @Bo, @Sam or @U404; more in #ops and #C404");
  });

  it("begins by command without any error, about what is said to be wrong", async () => {
    const on = await aWatch({ shelf });
    const dee = on.person("dee");
    await dee.asks("escalate");
    await on.settle();
    expect(dee.told().at(-1)?.sight.text).toContain("Say what is wrong");
    await dee.asks("escalate critical mail is down");
    await on.settle();
    expect(on.sees("[critical] mail is down", "C1").sight.text).toContain("Calling level 1: Ana.");
    await on.pass(1_000);
    expect(dee.told().at(-1)?.sight.text).toMatch(
      /^The people on call are being called: incident [a-z0-9]{8}\. Go to the incident/,
    );
  });
});

describe.each(engines)("where an incident is worked on, kept in $engine", ({ shelf }) => {
  const route = { product: undefined, article: undefined, channel: undefined, policy: policyId("all") };
  const plan = aPlan({ routes: [{ ...route, incidents: { slack: "C9", discord: undefined } }] });

  it("is a thread in the channel for incidents, and the case leads there", async () => {
    const on = await aWatch({ shelf, plan });
    await escalated(on);
    const incident = on.sees("[high] The store does not mount", "C9");
    expect(incident.thread).toBeUndefined();
    expect(on.sees("Calling Ana.", "C9").thread).toBe(incident.id);
    expect(on.sees("The store does not mount", "C1").sight.text).toContain("Calling level 1: Ana.");
    await on.person("ana").presses("Acknowledge", incident);
    await on.settle();
    expect(on.sees("[high] The store does not mount", "C9").sight.text).toContain("ana is on it");
  });

  it("is where the error was seen when that channel cannot be used, and nobody waits in vain", async () => {
    const on = await aWatch({ shelf, plan });
    on.fake.misbehave((post) =>
      post.place.channel === "C9"
        ? { kind: "impossible", why: "not_in_channel", advice: "Invite the bot to the channel." }
        : undefined,
    );
    await escalated(on);
    expect(incidentOf(on).sight.text).toContain("the channel C9 cannot be used: not_in_channel. Invite the bot");
    expect(on.sees("Calling Ana.", "C1").sight.pings).toEqual(["Uana"]);
  });

  it("says in the thread whom no direct message reaches", async () => {
    const people = [onCallPerson("ana"), onCallPerson("bo", { slack: undefined })];
    const both = aLevelFor("ana", {
      targets: [
        { kind: "person", person: personId("ana") },
        { kind: "person", person: personId("bo") },
      ],
    });
    const on = await aWatch({ shelf, plan: aPlan({ people }, { levels: [both] }) });
    on.fake.misbehave((post) =>
      post.place.kind === "person" ? { kind: "impossible", why: "no", advice: "Open the messages tab." } : undefined,
    );
    await escalated(on);
    expect(on.sees("Ana cannot be sent a direct message: no. Open the messages tab.", "C1").thread).toBeDefined();
    expect(on.sees("Bo has no slack id, so no direct message was sent.", "C1").thread).toBeDefined();
  });
});
