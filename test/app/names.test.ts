import { describe, expect, it, vi } from "vitest";
import type { Platform } from "../../src/app/platform.ts";
import { engines, type Shelf } from "../support/a-store.ts";
import { aStage, type Stage } from "../support/platform/a-bot.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";

const NAMES: Readonly<Record<string, string>> = { "person 7": "Ana López", "channel C1": "#ops" };

/** A platform that tells of people no more than their ids, and their names to whoever asks. */
async function aStageWith(shelf: () => Promise<Shelf>, nameOf: NonNullable<Platform["nameOf"]>) {
  const [clock, fake, asked] = [virtualClock(), fakePlatform(), new Array<string>()];
  const store = await (await shelf()).open(clock);
  const asking: typeof nameOf = (tenant, named) => {
    asked.push(`${tenant} ${named.kind} ${named.id}`);
    return nameOf(tenant, named);
  };
  const platforms = [{ ...fake.platform, nameOf: asking }];
  return { asked, stage: await aStage({ store, clock, fake, platforms, others: () => asked.length }) };
}

async function statusIn(stage: Stage, thread: string): Promise<string> {
  const bo = stage.person("Bo");
  await bo.says("status", { thread, addressed: true });
  await stage.settle();
  return bo.told().at(-1)?.sight.text ?? "";
}

describe.each(engines)("somebody of whom a platform tells no more than an id, kept in $engine", ({ shelf }) => {
  it("is called by name as soon as they have a part in a case, and is asked for once", async () => {
    const { stage, asked } = await aStageWith(shelf, async (_, { kind, id }) => NAMES[`${kind} ${id}`]);
    const paste = await stage.person("7").says("error 1");
    await stage.settle();
    expect(await statusIn(stage, paste)).toContain("Ana López added information");
    await stage.person("7").says("error 1", { thread: paste });
    await stage.settle();
    expect(asked.filter((one) => one === "T1 person 7")).toHaveLength(1);
  });

  it("is not asked for while they only talk", async () => {
    const { stage, asked } = await aStageWith(shelf, async () => "nobody");
    await stage.person("7").says("lunch?");
    await stage.settle();
    expect(asked).toEqual([]);
  });

  it("stays an id while the platform does not tell, and nobody waits for it", async () => {
    const { stage } = await aStageWith(shelf, () => new Promise(() => undefined));
    const paste = await stage.person("7").says("error 1");
    const bo = stage.person("Bo");
    await bo.says("status", { thread: paste, addressed: true });
    await vi.waitUntil(() => bo.told().length > 0, { timeout: 20_000 });
    expect(bo.told().at(-1)?.sight.text).toContain("7 added information");
  });

  it("is called by the name that came with something they did later", async () => {
    const { stage } = await aStageWith(shelf, async () => undefined);
    const paste = await stage.person("7").says("error 1");
    await stage.settle();
    const { bot, fake } = stage;
    await bot.intake.accept({
      id: "later",
      at: fake.now(),
      place: { platform: "slack", tenant: "T1", channel: "C2", thread: undefined, kind: "channel" },
      by: { id: "7", name: "Ana" },
      standing: { membership: "member", groups: [] },
      event: { kind: "asked", text: "help", about: undefined, answer: undefined },
    });
    await stage.settle();
    expect(await statusIn(stage, paste)).toContain("Ana added information");
  });

  it("is called by names of their own workspace alone", async () => {
    const { stage } = await aStageWith(shelf, async (tenant) => (tenant === "T1" ? "Ana" : undefined));
    await stage.person("7", "T1").says("error 1");
    await stage.settle();
    const elsewhere = stage.person("7", "T2");
    await elsewhere.says("error 1", { channel: "C2" });
    await stage.settle();
    await elsewhere.asks("status", { channel: "C2", thread: stage.posts().at(-1)?.thread ?? "" });
    await stage.settle();
    expect(elsewhere.told().at(-1)?.sight.text).toContain("7 added information");
  });

  it("is called by name in the reason for which people are called, whoever mentions them", async () => {
    const { stage } = await aStageWith(shelf, async (_, { kind, id }) => NAMES[`${kind} ${id.replace(/^0/, "")}`]);
    const paste = await stage.person("Bo").says("error 1");
    await stage.settle();
    const words = "escalate critical <@07> saw it in <#C1>, <@U404> too";
    await stage.person("Bo").says(words, { thread: paste, addressed: true });
    await stage.settle();
    expect(await statusIn(stage, paste)).toContain("@Ana López saw it in #ops, @U404 too");
  });
});
