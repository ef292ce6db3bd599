import { afterEach, describe, expect, it } from "vitest";
import { discord as startAdapter } from "../../../adapters/discord/index.ts";
import type { Delivery } from "../../../src/app/platform.ts";
import { engines } from "../../support/a-store.ts";
import type { FakeDiscord } from "../../support/discord/index.ts";
import { allowedMentions } from "../../support/discord/world/mentions.ts";
import { post } from "../../support/discord/world/post.ts";
import { openThread } from "../../support/discord/world/threads.ts";
import { DIALOG, SP4, UPGRADE } from "../../support/pastes.ts";
import { aMemory, clockOf, configOf, connected, keepingIntake } from "./driver.ts";
import { aBot, aStage } from "./stage.ts";

const MINUTE = 60_000;

describe("after a time away", () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it.each(engines)(
    "answers what was said in five minutes without it, 500 messages in all, each once and marked as late: kept in $engine",
    async ({ shelf }) => {
      const [kept, memory] = [await shelf(), aMemory()];
      const stage = await aStage({ shelf: kept, options: { channels: CHANNELS }, ports: { memory } });
      const { discord } = stage;
      stops.push(stage.stop);
      for (const name of CHANNELS) discord.user("ana").says(name, "good morning");
      discord.addChannel({ name: "incidents", kind: "forum" });
      discord.user("ana").says("dm", "help");
      await stage.privately("ana", "What I can do");
      await discord.settled();
      await stage.adapter.stop();
      await stage.bot.stop();
      const pastes = chatter(discord);
      const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
      const bot = await aBot(again, discord, await kept.open(clockOf(discord)));
      const begun = discord.clock.now();
      await again.connect(bot.intake);
      stops.push(again.stop, bot.stop);
      for (const paste of pastes) {
        const answer = await discord.until(
          () => answersTo(discord, paste)[0],
          `an answer to ${pastes.indexOf(paste)}: ${paste.content.slice(0, 40)}`,
        );
        expect(stage.seen(answer)).toMatch(/In answer to what was said \d min ago/);
      }
      expect(discord.clock.now() - begun).toBeLessThan(MINUTE);
      await discord.settled();
      await bot.settled();
      expect(everythingOfTheBot(discord)).toHaveLength(pastes.length + 1);
      expect(discord.rejections).toEqual([]);
    },
  );

  it("reads on in a run's thread and in direct messages after a time away", async () => {
    const memory = aMemory();
    const before = keepingIntake();
    const { discord, adapter } = await connected(() => before, {}, { ports: { memory } });
    stops.push(discord.stop);
    const paste = discord.user("ana").says("errors", "before");
    discord.user("ana").says("dm", "5389");
    const old = discord.user("ana").startsThread(paste, "old");
    discord.user("ana").says(old.id, "in the thread");
    await discord.until(() => before.kept().length === 3, "three messages");
    await adapter.stop();
    const missed = discord.user("ben").says("errors", "a new one");
    const inNew = discord.user("ben").says(discord.user("ben").startsThread(missed, "new").id, "in a new thread");
    const inOld = discord.user("ben").says(old.id, "still failing");
    const direct = discord.user("ana").says("dm", "5390");
    const after = keepingIntake();
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    await again.connect(after);
    stops.unshift(again.stop);
    const wanted = [missed.id, inNew.id, inOld.id, direct.id].toSorted();
    await discord.until(() => after.kept().length === 4, "four messages");
    expect(messagesOf(after.kept()).toSorted()).toEqual(wanted);
  });

  it("reads the first message of a channel in which nobody had said anything when it came", async () => {
    const memory = aMemory();
    const before = keepingIntake();
    const options = { channels: ["errors", "quiet"] };
    const { discord, adapter } = await connected(() => before, options, { ports: { memory } });
    stops.push(discord.stop);
    await discord.settled();
    await adapter.stop();
    const missed = discord.user("ana").says("quiet", "KMS can not mount the key database");
    const after = keepingIntake();
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    await again.connect(after);
    stops.unshift(again.stop);
    await discord.until(() => after.kept().length > 0, "the first message");
    expect(messagesOf(after.kept())).toEqual([missed.id]);
  });

  it("does not read back what was said before it came for the first time", async () => {
    const intake = keepingIntake();
    const { discord, adapter } = await connected(() => intake);
    stops.push(discord.stop);
    await adapter.stop();
    discord.user("ana").says("errors", "long ago");
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory: aMemory() });
    await again.connect(intake);
    stops.unshift(again.stop);
    await discord.until(() => again.health().isConnected, "the connection");
    await discord.settled();
    expect(intake.kept()).toEqual([]);
  });
});

const CHANNELS = ["errors", "backups", "mail"] as const;

/** 500 messages in five minutes, in channels, threads, a forum and a direct message; those that are errors. */
function chatter(discord: FakeDiscord) {
  const [ana, ben] = [discord.user("ana"), discord.user("ben")];
  const talk = (count: number): void => {
    for (let at = 0; at < count; at++) {
      discord.advance((5 * MINUTE) / 500);
      (at % 2 === 0 ? ana : ben).says(CHANNELS[at % CHANNELS.length] ?? "errors", `is it raining in room ${at}?`);
    }
  };
  talk(247);
  const pastes = [ana.says("errors", SP4), ben.says("backups", UPGRADE), ana.says("mail", DIALOG)];
  const thread = ben.startsThread(ben.says("mail", "what do you think of this"), "mail is slow");
  pastes.push(ben.says(thread.id, SP4), forumPost(discord, "KMS is down", UPGRADE), ana.says("dm", "5085"));
  talk(246);
  discord.advance(2 * MINUTE);
  return pastes;
}

/** Ana opens a post in the forum: a thread and its first message, which share an id. */
export function forumPost(discord: FakeDiscord, name: string, text: string) {
  const { world } = discord;
  const at = discord.clock.now();
  const author = discord.user("ana").id;
  const plan = {
    parent: discord.channel("incidents").id,
    guild: discord.guild().id,
    name,
    owner: author,
    autoArchive: 1440,
  };
  const { id } = openThread(world, { ...plan, tags: [] }, at);
  const message = post(world, { id, channel: id, author, content: text, allowed: allowedMentions(undefined) }, at);
  discord.advance(0);
  return message;
}

/** In reply to it, or where it was said when nobody else talks there. */
function answersTo(discord: FakeDiscord, { id, channel }: { readonly id: string; readonly channel: string }) {
  const isAlone =
    !discord.world.channels.has(channel) || !CHANNELS.some((name) => discord.channel(name).id === channel);
  return everythingOfTheBot(discord).filter(
    (one) => one.replyTo === id || (isAlone && one.channel === channel && BigInt(one.id) > BigInt(id)),
  );
}

function everythingOfTheBot(discord: FakeDiscord) {
  const all = [...discord.world.messages.values()].flatMap((channel) => Array.from(channel.values()));
  return all.filter(({ author, deletedAt }) => author === discord.botId && deletedAt === undefined);
}

function messagesOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap(({ event }) => (event.kind === "said" ? [event.message] : []));
}
