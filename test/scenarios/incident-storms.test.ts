import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aPlan } from "../support/on-call.ts";
import { aWatch } from "../support/platform/an-incident.ts";

describe.each(engines)("the same error in several channels, kept in $engine", ({ shelf }) => {
  it("is one incident, counted by place, that calls nobody twice; the second thread is told and hears the end", async () => {
    const on = await aWatch({ shelf });
    const ana = on.person("ana");
    await escalatedInBoth(on);
    const incident = on.sees("[high] The store does not mount", "C1");
    expect(incident.sight.text).toContain("Seen: slack C1, slack C2");
    expect(on.pager.lines()).toHaveLength(1);
    expect(on.texts("C2").filter((text) => text.includes("[high]"))).toEqual([]);
    expect(on.sees("The people on call know this error already", "C2").thread).toBeDefined();
    expect(on.sees("The store does not mount", "C2").sight.text).toContain("Calling level 1: Ana.");
    await ana.presses("Resolve", incident);
    await on.settle();
    expect(on.sees("The store does not mount", "C2").sight.text).toContain("Resolved by ana");
    expect(on.sees("ana resolved the incident", "C2").thread).toBeDefined();
  });

  it("stands in every channel as it does in the first, whoever asks there for the status", async () => {
    const on = await aWatch({ shelf });
    await escalatedInBoth(on);
    await on.person("ana").presses("Acknowledge", on.sees("[high] The store does not mount", "C1"));
    await on.settle();
    const fay = on.person("fay");
    const told = async (channel: string): Promise<string> => {
      await fay.asks("status", { channel });
      await on.settle();
      return fay.told().at(-1)?.sight.text ?? "";
    };
    const first = await told("C1");
    expect(first).toMatch(/The store does not mount · not started · incident [a-z0-9]{8}: ana is on it · just now/);
    expect(await told("C2")).toBe(first);
  });

  it("begins once when two people escalate at the same moment", async () => {
    const on = await aWatch({ shelf });
    const dee = on.person("dee");
    const channels = Array.from({ length: 6 }, (_, number) => `C${number + 1}`);
    for (const channel of channels) await dee.says("error 1", { channel });
    await on.settle();
    await Promise.all(
      channels.map((channel) => dee.presses("Escalate…", on.sees("The store does not mount", channel), "")),
    );
    await on.settle();
    expect(channels.flatMap((channel) => on.texts(channel)).filter((text) => text.startsWith("[high]"))).toHaveLength(
      1,
    );
    expect(on.pager.lines()).toHaveLength(1);
  });

  it("counts it where the error is only pasted, and says there that it is known", async () => {
    const on = await aWatch({ shelf });
    const dee = on.person("dee");
    await dee.says("error 1");
    await on.settle();
    await dee.presses("Escalate…", on.sees("The store does not mount", "C1"), "");
    await on.settle();
    await on.person("eve").says("error 1", { channel: "C2" });
    await on.settle();
    await on.person("fay").says("error 1", { channel: "C2" });
    await on.settle();
    expect(on.sees("[high] The store does not mount", "C1").sight.text).toContain("Seen: slack C1, slack C2 (2 times)");
    expect(on.sees("The store does not mount", "C2").sight.text).toContain("Calling level 1: Ana.");
  });

  it("is split by hand, and merged again", async () => {
    const on = await aWatch({ shelf });
    const ana = on.person("ana");
    await escalatedInBoth(on);
    await ana.presses("Split off the other channel", on.sees("[high] The store does not mount", "C1"));
    await on.settle();
    expect(on.sees("[high] The store does not mount", "C1").sight.text).not.toContain("slack C2,");
    expect(on.sees("[high] The store does not mount", "C2").sight.text).toContain("split off from");
    expect(on.pager.lines()).toHaveLength(2);
    await ana.presses(
      "Merge into The store does not mount (Store 7009)",
      on.sees("[high] The store does not mount", "C2"),
    );
    await on.settle();
    expect(on.sees("[high] The store does not mount", "C2").sight.text).toContain("Merged into another incident.");
    expect(on.sees("[high] The store does not mount", "C1").sight.text).toContain("Seen: slack C1, slack C2");
    expect(on.pager.lines().at(-1)).toMatch(/^resolve /);
    await ana.presses("Resolve", on.sees("[high] The store does not mount", "C1"));
    await on.settle();
    expect(on.sees("The store does not mount", "C2").sight.text).toContain("Resolved by ana");
  });

  it("stays in its workspace: the same error of another one is another incident", async () => {
    const on = await aWatch({ shelf, plan: aPlan() });
    for (const [tenant, channel] of [
      ["T1", "C1"],
      ["T2", "C2"],
    ] as const) {
      const dee = on.person("dee", tenant);
      await dee.says("error 1", { channel });
      await on.settle();
      await dee.presses("Escalate…", on.sees("The store does not mount", channel), "");
      await on.settle();
    }
    expect(on.sees("[high] The store does not mount", "C1").sight.text).not.toContain("C2");
    expect(on.sees("[high] The store does not mount", "C2").sight.text).not.toContain("C1");
  });
});

/** Dee meets the error in two channels, and escalates in each. */
async function escalatedInBoth(on: Awaited<ReturnType<typeof aWatch>>): Promise<void> {
  const dee = on.person("dee");
  for (const channel of ["C1", "C2"]) {
    await dee.says("error 1", { channel });
    await on.settle();
    await dee.presses("Escalate…", on.sees("The store does not mount", channel), "");
    await on.settle();
  }
}
