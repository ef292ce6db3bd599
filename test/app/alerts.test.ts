import { describe, expect, it } from "vitest";
import { asTenantKey } from "../../src/app/names.ts";
import { engines } from "../support/a-store.ts";
import { aPlan } from "../support/on-call.ts";
import { aChannel } from "../support/platform/a-channel.ts";
import { aWatch } from "../support/platform/an-incident.ts";

const HOUR = 3_600_000;

describe.each(engines)("what a monitor posts, kept in $engine", ({ shelf }) => {
  it("is answered in its thread, counted in one line there, and answered anew once the first is fixed", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    const first = await monitor.alerts("error 1");
    for (let times = 0; times < 4; times++) await monitor.alerts("error 1");
    await stage.settle();
    const [answer, line, ...others] = stage.posts();
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ thread: first });
    expect(line).toMatchObject({ thread: first });
    expect(line?.sight.text).toContain("The same alert came again: 5 times so far");
    const ana = stage.person("Ana");
    for (const label of ["Start", "Done", "The error is gone"]) {
      await ana.presses(label, stage.posts()[0]!);
      await stage.settle();
    }
    const later = await monitor.alerts("error 1");
    await stage.settle();
    expect(stage.posts().at(-1)).toMatchObject({ thread: later });
  });

  it("is followed when the monitor writes it anew, and taken back with it", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    const first = await monitor.alerts("error 1");
    await stage.settle();
    await monitor.alertsAnew(first, "RESOLVED: error 1");
    await stage.settle();
    expect(stage.posts().map(({ sight }) => sight.text)).toEqual([
      expect.stringContaining("The store does not mount"),
      expect.stringContaining("The monitor says that it is over"),
    ]);
    await monitor.deletes(first);
    await stage.settle();
    expect(
      stage
        .posts()
        .map(({ sight }) => sight.text)
        .join(),
    ).not.toContain("The store does not mount");
  });

  it("is still no news when the monitor writes anew what was none", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    const first = await monitor.alerts("all is well");
    await monitor.alertsAnew(first, "error 1");
    await stage.settle();
    expect(stage.posts()).toEqual([]);
  });

  it("is answered anew after a long time in which nobody touched the first", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    await monitor.alerts("error 1");
    await stage.pass(9 * HOUR);
    const second = await monitor.alerts("error 1");
    await stage.settle();
    expect(stage.posts().map(({ thread }) => thread)).toContain(second);
  });

  it("is passed over in a storm of different ones, which is said once", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    const answered: string[] = [];
    for (let times = 0; times < 20; times++) {
      await monitor.alerts("error 1");
      await stage.settle();
      const answer = stage.posts().find(({ sight }) => sight.text.includes("The store does not mount"));
      if (answer !== undefined) answered.push(answer.id);
      if (answer !== undefined) await monitor.deletes(answer.id);
      if (answer !== undefined) stage.fake.wall.messages.delete(answer.id);
      await stage.settle();
    }
    expect(stage.warnings).toEqual([]);
    expect(answered).toHaveLength(12);
    expect(stage.post().sight.text).toContain("This was the 12th different alert here within ten minutes");
    await stage.pass(HOUR);
    await monitor.alerts("error 1");
    await stage.settle();
    expect(stage.posts()).toHaveLength(2);
  });

  it("is a miss once an hour when no article is about it", async () => {
    const stage = await aChannel(shelf);
    const monitor = stage.person("Monitor");
    for (let times = 0; times < 5; times++) await monitor.alerts("error 9");
    await stage.settle();
    const misses = () => stage.store.transaction((tx) => tx.misses(asTenantKey("slack:T1")).latest(10));
    expect(await misses()).toHaveLength(1);
    await stage.pass(2 * HOUR);
    await monitor.alerts("error 9");
    await stage.settle();
    expect(await misses()).toHaveLength(2);
  });

  it("counts for the incident that is about it, and calls nobody again", async () => {
    const on = await aWatch({ shelf, plan: aPlan() });
    const dee = on.person("dee");
    await on.person("Monitor").alerts("error 1");
    await on.settle();
    await dee.presses("Escalate…", on.sees("The store does not mount"), "");
    await on.settle();
    await on.person("Monitor").alerts("error 1");
    await on.person("Monitor").alerts("error 1", { channel: "C2" });
    await on.settle();
    expect(on.sees("[high] The store does not mount", "C1").sight.text).toContain("Seen: slack C1 (2 times), slack C2");
    expect(on.pager.lines()).toHaveLength(1);
  });
});
