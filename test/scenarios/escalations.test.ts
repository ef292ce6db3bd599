import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aWatch } from "../support/platform/an-incident.ts";

describe.each(engines)("somebody asks for help, kept in $engine", ({ shelf }) => {
  it("calls the people on call, and one of them takes it and resolves it", async () => {
    const on = await aWatch({ shelf });
    const [dee, ana] = [on.person("dee"), on.person("ana")];
    await dee.says("error 1");
    await on.settle();
    await dee.presses("Escalate…", on.sees("The store does not mount"), "the mail is down");
    await on.settle();
    const incident = on.sees("[high] event 7009", "C1");
    expect(incident.sight.text).toContain("Calling level 1: Ana.");
    expect(incident.thread).toBe(on.sees("The store does not mount").thread);
    expect(on.sees("The store does not mount").sight.text).toContain("Calling level 1: Ana.");
    expect(on.sees("Calling Ana.", "C1").sight.pings).toEqual(["Uana"]);
    expect(on.pager.lines()).toEqual([expect.stringMatching(/^trigger kms\/[a-z0-9]{8}\/1$/)]);
    await ana.presses("Acknowledge", on.sees("[high] event 7009", "DUana"));
    await on.settle();
    expect(on.sees("[high] event 7009", "C1").sight.text).toContain("ana is on it");
    expect(on.sees("[high] event 7009", "DUana").sight.text).toContain("ana is on it");
    expect(on.pager.lines().map((line) => line.split(" ")[0])).toEqual(["trigger", "acknowledge"]);
    await on.pass(3_600_000);
    expect(on.texts("DUbo")).toEqual([]);
    await ana.presses("Resolve", on.sees("[high] event 7009", "C1"));
    await on.settle();
    expect(on.sees("[high] event 7009", "C1").sight.text).toContain("Resolved by ana");
    expect(on.sees("The store does not mount").sight.text).toContain("Resolved by ana");
    expect(Object.keys(on.sees("The store does not mount").sight.tokens)).toContain("Escalate…");
    expect(on.pager.lines().map((line) => line.split(" ")[0])).toEqual(["trigger", "acknowledge", "resolve"]);
    expect(on.warnings).toEqual([]);
  });
});
