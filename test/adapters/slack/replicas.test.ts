import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Slack } from "../../../adapters/slack/index.ts";
import type { Bot } from "../../../src/app/bot.ts";
import { aBotOn } from "../../scenarios/seats/bot.ts";
import { engines, type Shelf } from "../../support/a-store.ts";
import { DIALOG } from "../../support/pastes.ts";
import { seeded } from "../../support/platform/seed.ts";
import { type FakeSlack, type Message, startFakeSlack } from "../../support/slack/index.ts";
import { clockOf, connectedTo, type Mode } from "./driver.ts";

const PEOPLE = Array.from({ length: 20 }, (_, at) => `U${at + 1}`);
const CHANNELS = Array.from({ length: 6 }, (_, at) => `C${at + 1}`);

type Replica = { readonly adapter: Slack; readonly bot: Bot };

/** One more process: its own adapter with its own Bolt, its own bot, and the store that all share. */
async function aReplica(slack: FakeSlack, mode: Mode, shelf: Shelf, seed: number): Promise<Replica> {
  const clock = clockOf(slack);
  const world = { store: await shelf.open(clock), clock, random: seeded(seed) };
  let bot: Bot | undefined;
  const adapter = await connectedTo(slack, mode, async ({ platform }) => {
    bot = await aBotOn(platform, world);
    return bot.intake;
  });
  if (bot === undefined) throw new Error("Expected a bot.");
  return { adapter, bot };
}

const ways = (["socket", "http"] as const).flatMap((mode) =>
  engines.map(({ engine, shelf }) => ({ mode, kept: engine, shelf })),
);

describe.each(ways)("two replicas on one Slack over $mode, on one $kept", ({ mode, shelf }) => {
  let slack: FakeSlack;
  let replicas: readonly Replica[];

  beforeEach(async () => {
    slack = await startFakeSlack({ users: PEOPLE.map((id) => ({ id })), channels: CHANNELS.map((id) => ({ id })) });
    const common = await shelf();
    replicas = [await aReplica(slack, mode, common, 1), await aReplica(slack, mode, common, 2)];
    if (mode === "socket") await slack.until(() => slack.sockets.count >= 2, "a socket each");
    else byTurns(slack, replicas);
  });

  afterEach(async () => {
    await Promise.all(replicas.map(({ adapter }) => adapter.stop()));
    await Promise.all(replicas.map(({ bot }) => bot.stop()));
    await slack.close();
  });

  /** A paste in every channel, each told three times and to both, and its answer. */
  async function answers(): Promise<readonly Message[]> {
    slack.deliveries.next({ kind: "duplicate", times: 3 }, CHANNELS.length);
    const pastes = CHANNELS.map((channel, at) => slack.user(PEOPLE[at] ?? "U1").says(channel, DIALOG));
    await settled();
    return Promise.all(
      pastes.map(({ channel, ts }) => slack.until(() => saidUnder(channel, ts)[0], `an answer in ${channel}`)),
    );
  }

  async function settled(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await slack.quiet();
      await Promise.all(replicas.map(({ bot }) => bot.settled()));
    }
  }

  function saidUnder(channel: string, ts: string): readonly Message[] {
    return slack
      .channel(channel)
      .thread(ts)
      .filter(({ author }) => author.botId !== undefined);
  }

  function toldIn(channel: string, user: string): readonly string[] {
    return slack
      .channel(channel)
      .ephemeralFor(user)
      .map((message) => slack.visibleText(message));
  }

  it("answer each message once, whichever of them hears it, and however often", async () => {
    const said = await answers();
    for (const { channel, threadTs } of said) expect(saidUnder(channel, threadTs ?? "")).toHaveLength(1);
    expect(slack.deliveries.log.length).toBeGreaterThanOrEqual(3 * CHANNELS.length);
    expect(slack.rejections).toEqual([]);
  });

  it("let one of twenty clicks win, and tell the nineteen others who it was", async () => {
    for (const answer of await answers()) {
      await Promise.all(PEOPLE.map((id) => slack.user(id).clicks(answer, "Start")));
      await settled();
      const told = PEOPLE.flatMap((id) => toldIn(answer.channel, id));
      const losers = told.filter((text) => text.includes("Your click changed nothing"));
      expect(losers).toHaveLength(PEOPLE.length - 1);
      expect(new Set(losers.map((text) => /(u\d+) started/.exec(text)?.[1]))).toHaveLength(1);
      const [message, ...others] = saidUnder(answer.channel, answer.threadTs ?? "");
      expect(others).toEqual([]);
      expect(slack.visibleText(message ?? answer)).toContain("Step 1 of");
    }
    expect(slack.rejections).toEqual([]);
  });
});

/** Slack knows one address; a balancer behind it gives each request to the next. */
function byTurns(slack: FakeSlack, replicas: readonly Replica[]): void {
  const doors = replicas.map(({ adapter }) => slack.useHttp(`http://127.0.0.1:${adapter.health().port}/slack/events`));
  let turn = 0;
  slack.deliveries.useTransport((attempt) => {
    const door = doors[turn++ % doors.length];
    if (door === undefined) throw new Error("Expected a replica.");
    return door.send(attempt);
  });
}
