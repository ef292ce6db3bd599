import { describe, expect, it } from "vitest";
import type { Paging } from "../../src/core/escalation/paging.ts";
import { engines } from "../support/a-store.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";

const SECOND = 1_000;

async function escalated(on: Watch): Promise<void> {
  const dee = on.person("dee");
  await dee.says("error 1");
  await on.settle();
  await dee.presses("Escalate…", on.sees("The store does not mount"), "token=abcdefghijklmnopqrstuvwxyz123456");
  await on.settle();
}

describe.each(engines)("a pager, kept in $engine", ({ shelf }) => {
  it("is told what it is about and where, without secrets", async () => {
    const on = await aWatch({ shelf });
    await escalated(on);
    const [page] = on.pager.told;
    expect(page).toMatchObject({ event: "trigger", severity: "high", emails: ["ana@example.org"], source: "slack C1" });
    expect(page?.details).toContain("Next: Work through “The store does not mount”");
    expect(JSON.stringify(page)).not.toContain("abcdefghij");
  });

  it("that does not confirm within 15 seconds is named in the thread, called past, and tried again", async () => {
    const on = await aWatch({ shelf });
    on.pager.answer(async () => ({ kind: "later", after: undefined, why: "503" }));
    await escalated(on);
    await on.pass(14 * SECOND);
    expect(on.texts("C1").join("\n")).not.toContain("is not confirmed");
    await on.pass(2 * SECOND);
    expect(on.sees("The page by pd is not confirmed after 15 seconds. It is tried again.", "C1")).toBeDefined();
    expect(on.sees("[high] The store does not mount", "C1").sight.text).toContain("Calling level 2: Bo.");
    on.pager.answer(async () => ({ kind: "paged" }));
    await on.pass(30 * SECOND);
    expect(on.sees("pd has confirmed the page now.", "C1")).toBeDefined();
    expect(new Set(on.pager.lines().map((line) => line.at(-1)))).toEqual(new Set(["1", "2"]));
  });

  it("that hangs is given up on after a while, and told again; the same key is the same page", async () => {
    const on = await aWatch({ shelf });
    on.pager.answer(() => new Promise(() => {}));
    await escalated(on);
    await on.pass(16 * SECOND);
    expect(on.sees("The page by pd is not confirmed after 15 seconds.", "C1")).toBeDefined();
    on.pager.answer(async () => ({ kind: "paged" }));
    await on.pass(40 * SECOND);
    expect(on.pager.lines().filter((line) => line.endsWith("/1"))).toHaveLength(1);
  });

  it("that refuses for good is named with the way out, and the next level is called at once", async () => {
    const on = await aWatch({ shelf });
    on.pager.answer(async () => ({ kind: "failed", why: "it answered 400", advice: "Correct the integration key." }));
    await escalated(on);
    await on.pass(SECOND);
    const said = on
      .texts("C1")
      .filter((text) => text.startsWith("The page by pd failed: it answered 400. Correct the"));
    expect(said).toHaveLength(2);
    expect(on.sees("[high] The store does not mount", "C1").sight.text).toContain("Calling level 2: Bo.");
    expect(on.warnings[0]).toContain("Cannot page by pd: it answered 400. Correct the integration key.");
  });

  it("that asks for a pause gets it", async () => {
    const on = await aWatch({ shelf });
    const at: number[] = [];
    on.pager.answer(async () => {
      at.push(on.clock.now());
      return at.length === 1 ? { kind: "later", after: 60 * SECOND, why: "429" } : { kind: "paged" };
    });
    await escalated(on);
    await on.pass(90 * SECOND);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(10 * SECOND);
    const own = on.pager.told.findIndex(({ key }) => key.endsWith("/1"));
    expect(own).toBeGreaterThan(-1);
  });

  it("is not told of an incident that is taken already, but that it is taken", async () => {
    const on = await aWatch({ shelf });
    on.pager.answer(async () => ({ kind: "later", after: undefined, why: "503" }));
    await escalated(on);
    await on.person("ana").presses("Acknowledge", on.sees("[high] The store does not mount", "C1"));
    await on.settle();
    on.pager.answer(async () => ({ kind: "paged" }));
    await on.pass(60 * SECOND);
    expect(on.pager.lines().filter((line) => line.startsWith("trigger"))).toEqual([]);
  });

  it("is told in order: what began while a page was on its way follows it", async () => {
    const on = await aWatch({ shelf });
    const { promise, resolve } = Promise.withResolvers<void>();
    const order: string[] = [];
    on.pager.answer(async ({ event }: Paging) => {
      if (event === "trigger") await promise;
      order.push(event);
      return { kind: "paged" };
    });
    await escalated(on);
    await on.person("ana").presses("Acknowledge", on.sees("[high] The store does not mount", "C1"));
    await on.person("ana").presses("Resolve", on.sees("[high] The store does not mount", "C1"));
    await on.settle();
    expect(order).toEqual([]);
    resolve();
    await on.pass(SECOND);
    expect(order).toEqual(["trigger", "acknowledge", "resolve"]);
  });

  it("that nobody set up is named in the thread", async () => {
    const on = await aWatch({ shelf, parts: { pagerNamed: () => undefined } });
    await escalated(on);
    await on.pass(SECOND);
    expect(on.texts("C1").join("\n")).toContain("oncall.yaml has no such pager any more. Add pd under pagers.");
  });
});
