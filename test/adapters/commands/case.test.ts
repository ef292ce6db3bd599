import { describe, expect, it } from "vitest";
import { caseCommand } from "../../../adapters/commands/case.ts";
import type { Store } from "../../../src/app/store.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { engines } from "../../support/a-store.ts";
import { aStage, virtualClock } from "../../support/platform/a-bot.ts";
import { aPlan, fakePager } from "../../support/on-call.ts";

const NOW = 1_790_000_000_000;

async function says(store: Store, ...args: readonly string[]) {
  const [out, complaints]: [string[], string[]] = [[], []];
  const code = await caseCommand({
    args,
    inStore: (ask) => store.transaction(ask),
    now: () => instant(NOW + 60_000),
    write: (text) => out.push(text),
    writeLine: (line) => out.push(`${line}\n`),
    complain: (sentence) => complaints.push(sentence),
  });
  return { code, text: out.join(""), complaints };
}

describe.each(engines)("kms case, about what is kept in $engine", ({ shelf }) => {
  async function twoCases() {
    const clock = virtualClock(NOW);
    const store = await (await shelf()).open(clock);
    const stage = await aStage({ store, clock, oncall: () => aPlan(), pagerNamed: fakePager().pagerNamed });
    const ana = stage.person("ana");
    await ana.says("error 1");
    await stage.settle();
    await ana.says("error 2", { channel: "C2" });
    await stage.settle();
    const [first, second] = stage.posts();
    if (first === undefined || second === undefined) throw new Error("Expected two answers.");
    await ana.presses("Start", first);
    await stage.settle();
    return { stage, store, ana, first, second };
  }

  it("lists what is open, and exports one by the name that it shows", async () => {
    const { store, first } = await twoCases();
    const { code, text } = await says(store, "list");
    expect([code, text.trim().split("\n").length]).toEqual([0, 2]);
    const id = /^(\S+) {2}open, running/m.exec(text)?.[1] ?? "";
    expect(text).toMatch(/^slack:T1\/C1\/\d+ {2}open, running, 1 min ago {2}The store does not mount/m);
    const exported = await says(store, "export", id);
    expect(exported.code).toBe(0);
    expect(exported.text).toContain("| Time (UTC) | Who | Where | What |");
    const thread = first.thread ?? "";
    expect(exported.text).toContain(`| ana | slack C1, message ${thread} (message) | added information`);
    expect(exported.text).toMatch(
      /\| ana \| slack C1, thread \d+, message \d+ \(button\) \| started “The store does not mount/,
    );
    expect(JSON.parse((await says(store, "export", id, "--json")).text)).toMatchObject({
      state: "not escalated",
      timeline: [
        { from: { platform: "slack", channel: "C1", message: thread, by: "message" } },
        { from: { platform: "slack", channel: "C1", thread, by: "button" } },
      ],
    });
    expect((await says(store, "export", id.replace("slack:T1/", ""))).text).toBe(exported.text);
  });

  it("exports the case of an incident by the incident's name, with what its escalation did", async () => {
    const { stage, store, ana, first } = await twoCases();
    await ana.asks("escalate critical mail is down", { thread: first.thread ?? "" });
    await stage.pass(1_000);
    const name = /incident ([a-z0-9]{8})/.exec(ana.told().at(-1)?.sight.text ?? "")?.[1] ?? "";
    const { text } = await says(store, "export", name);
    expect(text).toContain("severity critical");
    expect(text).toContain("asked for help: mail is down");
    expect(text).toMatch(/called Ana/);
  });

  it("says what is wrong, and how to find the name", async () => {
    const { store } = await twoCases();
    expect(await says(store, "export", "C9/77")).toEqual({
      code: 1,
      text: "",
      complaints: ["Cannot export “C9/77”: no case or incident of that name is kept. See kms case list --all."],
    });
    expect((await says(store, "export")).code).toBe(2);
    expect((await says(store, "list", "--json")).code).toBe(2);
    const unreachable = await caseCommand({
      args: ["list"],
      inStore: async () => "nothing is kept yet",
      now: () => instant(NOW),
      write: () => undefined,
      writeLine: () => undefined,
      complain: (sentence) => expect(sentence).toBe("Cannot list the cases: nothing is kept yet."),
    });
    expect(unreachable).toBe(1);
  });

  it("asks which where two workspaces have a case of one name", async () => {
    const { stage, store } = await twoCases();
    const stranger = stage.person("zed", "T2");
    await stranger.says("error 1", { channel: "C3" });
    await stage.settle();
    const { text } = await says(store, "list");
    const other = /slack:T2\/(\S+)/.exec(text)?.[1] ?? "";
    const known = await store.transaction((tx) => tx.review.cases(9));
    const twin = known.find(({ tenant }) => tenant === "slack:T2")?.known;
    if (twin === undefined) throw new Error("Expected a case of the other workspace.");
    const { tenant } = known.find((one) => one.tenant === "slack:T1") ?? {};
    if (tenant === undefined) throw new Error("Expected a case of this workspace.");
    await store.transaction((tx) => tx.cases(tenant).save(twin, 0));
    expect((await says(store, "export", other)).complaints[0]).toContain(`slack:T1/${other} or slack:T2/${other}`);
  });
});

describe("the timeline in a thread", () => {
  it("is shown to a responder who asks for it, and to no guest", async () => {
    const clock = virtualClock(NOW);
    const store = await (await engines[0]!.shelf()).open(clock);
    const stage = await aStage({ store, clock });
    const ana = stage.person("ana");
    await ana.says("error 1");
    await stage.settle();
    const thread = stage.post().thread ?? "";
    await ana.asks("export", { thread });
    await stage.settle();
    expect(ana.told().at(-1)?.sight.text).toContain("| Time (UTC) | Who | Where | What |");
    await ana.asks("export json", { thread });
    await ana.asks("export");
    await stage.settle();
    expect(ana.told().at(-2)?.sight.text).toContain('"state": "not escalated"');
    expect(ana.told().at(-1)?.sight.text).toContain("Nothing happened here yet");
    const guest = stage.person("eve", "T1", { groups: [], membership: "guest" });
    await guest.asks("export", { thread });
    await stage.settle();
    expect(guest.told().at(-1)?.sight.text).toContain("Cannot export the timeline: guests");
  });
});
