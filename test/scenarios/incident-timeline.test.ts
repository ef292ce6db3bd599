import { describe, expect, it } from "vitest";
import { instant } from "../../src/core/resolution/responder.ts";
import { newsDelivery } from "../../src/app/paging/news.ts";
import { engines } from "../support/a-store.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";

async function escalated(on: Watch): Promise<string> {
  const dee = on.person("dee");
  const paste = await dee.says("error 1");
  await on.settle();
  await dee.presses("Escalate…", on.sees("The store does not mount"), "");
  await on.pass(1_000);
  return paste;
}

const incidentOf = (on: Watch) => on.sees("(Store 7009)", "C1").sight.text;

describe.each(engines)("what is worth remembering, kept in $engine", ({ shelf }) => {
  it("is added to the incident's timeline once, with its author, its link and no secrets", async () => {
    const on = await aWatch({ shelf });
    const paste = await escalated(on);
    const ana = on.person("ana");
    const said = await on.person("eve").says("the password=tiger12 does not work", { thread: paste });
    await on.settle();
    await ana.pins(said);
    await ana.pins(said);
    await on.settle();
    expect(incidentOf(on)).toContain(
      "ana added what other wrote: “the password=[password removed] does not work” message",
    );
    expect(ana.told().map(({ sight }) => sight.text)).toEqual([
      "It is in the incident's timeline now.",
      "It is in the timeline already.",
    ]);
  });

  it("is added by a sign without a word, and by nobody who may not", async () => {
    const on = await aWatch({ shelf });
    const paste = await escalated(on);
    const said = await on.person("eve").says("the disk is full", { thread: paste });
    await on.person("eve").pins(said, "sign");
    await on.settle();
    expect(incidentOf(on)).not.toContain("the disk is full");
    await on.person("bo").pins(said, "sign");
    await on.settle();
    expect(incidentOf(on)).toContain("bo added what other wrote: “the disk is full”");
    expect(on.person("bo").told()).toEqual([]);
  });

  it("is nothing where there is no incident, and the person is told so", async () => {
    const on = await aWatch({ shelf });
    const said = await on.person("eve").says("nice weather");
    await on.person("ana").pins(said);
    await on.settle();
    expect(on.person("ana").told()[0]?.sight.text).toContain("There is no incident in this thread");
  });
});

async function tell(on: Watch, id: string, event: "acknowledge" | "resolve"): Promise<"stored" | "known"> {
  const key = on.pager.told[0]?.key ?? "";
  const delivery = await newsDelivery(on.store, { delivery: id, key, event, by: "Ana" }, instant(on.clock.now()));
  if (delivery === undefined) throw new Error("Expected to know the page.");
  const accepted = await on.bot.intake.accept(delivery);
  await on.settle();
  return accepted;
}

describe.each(engines)("somebody answers where the page rang, kept in $engine", ({ shelf }) => {
  it("takes the incident and resolves it here, too, however often it is told", async () => {
    const on = await aWatch({ shelf });
    await escalated(on);
    expect(await tell(on, "01A", "acknowledge")).toBe("stored");
    expect(incidentOf(on)).toContain("Ana by pager is on it");
    expect(await tell(on, "01A", "acknowledge")).toBe("known");
    await tell(on, "01B", "acknowledge");
    await tell(on, "01C", "resolve");
    expect(incidentOf(on)).toContain("Resolved by Ana by pager");
    expect(on.warnings).toEqual([]);
  });

  it("is none of ours where we know no such page", async () => {
    const on = await aWatch({ shelf });
    const news = { delivery: "1", event: "resolve", by: "Ana" } as const;
    expect(await newsDelivery(on.store, { ...news, key: "kms/none/1" }, instant(0))).toBeUndefined();
    expect(await newsDelivery(on.store, { ...news, key: "other" }, instant(0))).toBeUndefined();
  });
});
