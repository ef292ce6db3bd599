import { afterEach, describe, expect, it } from "vitest";
import { discord as startAdapter, type Discord } from "../../../adapters/discord/index.ts";
import { type FakeDiscord, startDiscord } from "../../support/discord/index.ts";
import { tenantKey } from "../../../src/app/names.ts";
import { popularityIn } from "../../../src/app/popularity.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { complete } from "../../../src/core/search/complete.ts";
import { aCase } from "../../core/resolution/builders.ts";
import { ownIndex } from "../../support/knowledge.ts";
import { aMemory, clockOf, configOf, connected, keepingIntake } from "./driver.ts";
import { aShelf } from "./stage.ts";

type Line = { readonly level: string; readonly text: string };

describe("the connection to Discord", () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const online = async (watch = true) => {
    const [intake, memory, lines] = [keepingIntake(), aMemory(), [] as Line[]];
    const ports = { memory, report: (line: Line) => void lines.push(line) };
    const { discord, adapter, stop } = await connected(() => intake, {}, { config: { watch }, ports });
    stops.push(stop);
    return { discord, adapter, intake, lines };
  };
  it.each<{ readonly what: string; readonly happens: (discord: FakeDiscord) => void }>([
    { what: "breaks", happens: ({ gateway }) => gateway.drop() },
    { what: "is closed with 4000", happens: ({ gateway }) => gateway.close(4_000) },
    { what: "is asked to reconnect", happens: ({ gateway }) => gateway.reconnect() },
    { what: "has its session declared invalid", happens: ({ gateway }) => gateway.invalidate(false) },
    {
      what: "breaks and may not resume",
      happens: ({ gateway }) => {
        gateway.denyResume();
        gateway.drop();
      },
    },
    { what: "gets something that is no JSON", happens: ({ gateway }) => gateway.babble() },
  ])("misses nothing when it $what", async ({ happens }) => {
    const { discord, intake } = await online();
    await hears(discord, intake, "before");
    happens(discord);
    discord.user("ana").says("errors", "meanwhile");
    await patiently(discord, () => intake.kept().length === 2, "what was said meanwhile");
    await hears(discord, intake, "after");
    expect(discord.rejections).toEqual([]);
  });

  it("comes back after Discord was away, and then hears what was said", async () => {
    const { discord, adapter, intake } = await online();
    await hears(discord, intake, "before");
    discord.gateway.refuse(true);
    discord.fails("GET /gateway/bot", { kind: "http5xx" }, 100);
    discord.gateway.drop();
    discord.user("ana").says("errors", "meanwhile");
    await discord.until(() => !adapter.health().isConnected, "the loss");
    for (let minute = 0; minute < 60; minute++) {
      discord.advance(60_000);
      await discord.settled(5);
    }
    expect(adapter.health().isConnected).toBe(false);
    discord.heals();
    discord.gateway.refuse(false);
    discord.advance(30_000);
    await patiently(discord, () => intake.kept().length === 2, "what was said meanwhile");
    await patiently(discord, () => adapter.health().isConnected, "the new connection");
    expect(intake.kept()).toHaveLength(2);
  });

  it("says how to grant MESSAGE CONTENT, and goes on with commands and mentions", async () => {
    const discord = await startDiscord({ channels: ["errors"], messageContent: false });
    const [intake, lines] = [keepingIntake(), [] as Line[]];
    const adapter = startAdapter(configOf(discord), {
      clock: clockOf(discord),
      report: (line) => void lines.push(line),
    });
    stops.push(adapter.stop, discord.stop);
    await adapter.connect(intake);
    await discord.until(() => adapter.health().isConnected, "the connection");
    expect(lines.map(({ text }) => text).join("\n")).toContain("Message Content Intent");
    discord.user("ana").says("errors", "5389");
    discord.user("ana").says("errors", `${discord.mention} 5085`);
    await discord.until(() => intake.kept().length === 1, "the mention");
    expect(intake.kept()[0]?.event).toMatchObject({ text: "5085", addressed: true });
  });

  it("asks for no privileged intent where it is not to watch, and answers mentions and direct messages", async () => {
    const { discord, intake, lines } = await online(false);
    discord.user("ana").says("errors", "Event ID 5389");
    discord.user("ana").says("errors", `${discord.mention} 5389`);
    discord.user("ana").says("dm", "5390");
    await discord.until(() => intake.kept().length === 2, "two messages");
    await discord.settled();
    expect(intake.kept().map(({ event }) => (event.kind === "said" ? event.text : ""))).toEqual(["5389", "5390"]);
    expect(lines).toEqual([]);
  });

  it("gives up with a way out where the token is wrong, and the process lives on", async () => {
    const discord = await startDiscord();
    const lines: Line[] = [];
    const config = { ...configOf(discord), token: "wrong" };
    const adapter = startAdapter(config, { clock: clockOf(discord), report: (line) => void lines.push(line) });
    stops.push(adapter.stop, discord.stop);
    await adapter.connect(keepingIntake());
    const line = await discord.until(() => lines.find(({ level }) => level === "error"), "the report");
    expect(line.text).toContain("Reset it in the developer portal");
    expect(adapter.health()).toEqual({ heardAt: undefined, isConnected: false });
  });

  it("gives up where Discord closes with 4004", async () => {
    const { discord, adapter, lines } = await online();
    discord.gateway.close(4_004);
    await discord.until(() => lines.find(({ text }) => text.includes("does not accept the token")), "the report");
    expect(adapter.health().isConnected).toBe(false);
  });

  it("registers its commands once, and again only when they changed", async () => {
    const { discord, adapter } = await online();
    const puts = () => discord.calls.filter(({ route }) => route.startsWith("PUT /applications")).length;
    expect(puts()).toBe(1);
    await adapter.stop();
    const start = async (command: string): Promise<Discord> => {
      const next = startAdapter(configOf(discord, { command }), { clock: clockOf(discord) });
      await next.connect(keepingIntake());
      stops.unshift(next.stop);
      await discord.until(() => next.health().isConnected, "the connection");
      await discord.settled();
      return next;
    };
    await start("kms");
    expect(puts()).toBe(1);
    await start("kb");
    expect(puts()).toBe(2);
  });

  it("registers them for one server while they are being developed", async () => {
    const discord = await startDiscord({ channels: ["errors"] });
    const adapter = startAdapter(configOf(discord, { guild: discord.guild().id }), { clock: clockOf(discord) });
    stops.push(adapter.stop, discord.stop);
    await adapter.connect(keepingIntake());
    await discord.until(() => discord.world.commands.get(discord.guild().id), "the commands");
    expect(discord.world.commands.get("global")).toBeUndefined();
  });

  it("suggests while somebody types, within Discord's limits", async () => {
    const { discord, stop } = await connected(() => keepingIntake(), {}, { ports: { complete: manyChoices } });
    stops.push(stop);
    const choices = await discord.user("ana").completes("/kms lookup", { query: "53" }, "errors");
    expect(choices).toHaveLength(25);
    expect(choices[0]?.name.startsWith("53 0 x")).toBe(true);
    expect(discord.rejections).toEqual([]);
  });

  it("offers what was typed where nothing resembles it, so that there is always something to choose", async () => {
    const { discord, stop } = await connected(() => keepingIntake(), {}, { ports: { complete: async () => [] } });
    stops.push(stop);
    const choices = await discord.user("ana").completes("/kms lookup", { query: "0x1234" }, "errors");
    expect(choices).toEqual([{ name: "0x1234", value: "0x1234" }]);
  });

  it("suggests what was of use in this server first", async () => {
    const clock = { now: () => instant(0) };
    const { discord, stop } = await connected(() => keepingIntake(), {}, { ports: { complete: byTenant } });
    stops.push(stop);
    const store = await (await aShelf()).open(clock);
    await store.transaction(async (tx) => {
      const tenant = tenantKey({ platform: "discord", tenant: discord.guild().id });
      await tx.cases(tenant).save({ ...aCase(), id: caseId("one") }, 0);
      const place = { platform: "discord", tenant: "T", channel: "C", thread: undefined, kind: "channel" } as const;
      const file = { place, replyTo: undefined, isOpen: true, touched: instant(0), fingerprint: "answer Q818952" };
      await tx.cases(tenant).describe(caseId("one"), file);
    });
    const popular = popularityIn(store, clock, "discord");
    async function byTenant(typed: string, tenant: string) {
      return complete(ownIndex.searchers, typed, { popularity: popular(tenant) });
    }
    const first = async () => (await discord.user("ana").completes("/kms lookup", { query: "k" }, "errors"))[0]?.value;
    expect(await first()).not.toBe("Q818952");
    for (let tries = 0; tries < 50 && (await first()) !== "Q818952"; tries++) await discord.settled();
    expect(await first()).toBe("Q818952");
  });

  it("reads typed options in their order, whichever was filled in first", async () => {
    const intake = keepingIntake();
    const { discord, stop } = await connected(() => intake);
    stops.push(stop);
    const ana = discord.user("ana");
    await ana.types("/kms escalate", { reason: "mail is down", severity: "critical" }, "errors").answered();
    await ana.types("/kms channel", {}, "errors").answered();
    const asked = intake.kept().map(({ event }) => (event.kind === "asked" ? event.text : ""));
    expect(asked).toEqual(["escalate critical mail is down", "channel"]);
  });
});

/** Discord's client logs in once in five seconds of real time, and that is as long as one wait lasts. */
async function patiently(discord: FakeDiscord, probe: () => boolean, what: string): Promise<void> {
  await discord.until(probe, what).catch(() => discord.until(probe, what));
}

async function hears(discord: FakeDiscord, intake: ReturnType<typeof keepingIntake>, text: string): Promise<void> {
  discord.user("ana").says("errors", text);
  await discord.until(() => intake.kept().some(({ event }) => event.kind === "said" && event.text === text), text);
}

/** More, and longer ones, than Discord takes. */
async function manyChoices(prefix: string) {
  return Array.from({ length: 40 }, (_, at) => ({
    name: `${prefix} ${at} ${"x".repeat(200)}`,
    value: "v".repeat(200),
  }));
}
