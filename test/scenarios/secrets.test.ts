import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../adapters/store/sqlite/open.ts";
import type { Bot } from "../../src/app/bot.ts";
import { createBot } from "../../src/app/bot.ts";
import type { Clock } from "../../src/app/clock.ts";
import type { Platform } from "../../src/app/platform.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { redact } from "../../src/core/redaction/redact.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { connected as onDiscord, clockOf as discordClock } from "../adapters/discord/driver.ts";
import { connected as onSlack, clockOf as slackClock, privateTo } from "../adapters/slack/driver.ts";
import { LEAKS } from "../core/redaction/leak-generators.ts";
import { random } from "../core/redaction/random.ts";
import { aStoreFile } from "../support/a-store.ts";
import { ownArticleMap, ownIndex } from "../support/knowledge.ts";
import { aPlan, fakePager } from "../support/on-call.ts";
import { SP4 } from "../support/pastes.ts";
import { SEED, seeded } from "../support/platform/seed.ts";

/** A bot that keeps everything in one file, pages, and logs. */
async function aBot(platform: Platform, clock: Clock) {
  const file = aStoreFile();
  const store = await openSqlite(file, clock);
  const log: string[] = [];
  const pager = fakePager();
  const bot = createBot({
    store,
    platforms: [platform],
    clock,
    read: readSignals,
    decide: async (inquiry) => decide(ownIndex, inquiry),
    articles: ownArticleMap,
    random: seeded(),
    oncall: () => aPlan({ roles: [{ role: "responder", to: "members" }] }),
    pagerNamed: pager.pagerNamed,
    warn: (problem) => log.push(problem),
  });
  await bot.start();
  /** Everything that is in the database's files, and everything that was logged and paged. */
  const written = () =>
    [file, `${file}-wal`]
      .filter(existsSync)
      .map((path) => readFileSync(path, "latin1"))
      .concat(log, JSON.stringify(pager.told))
      .join("\n");
  const close = async () => {
    await bot.stop();
    await store.close();
  };
  return { bot, written, close, paged: () => pager.told.length };
}

/** Secrets that stand in a file as they stand in a text, one for each entrance. */
function someLeaks() {
  const r = random(SEED);
  const makers = Object.values(LEAKS);
  let next = 0;
  const used: string[] = [];
  const leak = (): string => {
    for (;;) {
      const { text, secrets } = makers[next++ % makers.length]!(r);
      const isPlain = !text.includes("\n") && text.length < 200 && secrets.every((one) => /^[\w.+=-]{12,}$/.test(one));
      if (!isPlain || secrets.some((one) => redact(text).text.includes(one))) continue;
      used.push(...secrets);
      return text;
    }
  };
  return { leak, used };
}

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe("a secret that somebody pastes", () => {
  it("is nowhere on Slack, in the database, in the log or in a page, by whatever way it came", async () => {
    const { leak, used } = someLeaks();
    let made: Awaited<ReturnType<typeof aBot>> | undefined;
    const reports: string[] = [];
    const { slack, stop } = await onSlack(
      "socket",
      async (adapter, fake): Promise<Bot["intake"]> => {
        made = await aBot(adapter.platform, slackClock(fake));
        return made.bot.intake;
      },
      {},
      { report: ({ text }) => reports.push(text) },
    );
    if (made === undefined) throw new Error("Expected a bot.");
    const { bot, written, close, paged } = made;
    stops.push(stop, close);
    const settled = async () => {
      await slack.quiet();
      await bot.settled();
      await slack.quiet();
    };
    const ana = slack.user("U1");
    const answer = (ts: string) =>
      slack
        .channel("C1")
        .thread(ts)
        .find(({ author }) => author.botId !== undefined);
    const paste = ana.says("C1", `${SP4}\n\n${leak()}`);
    const root = await slack.until(() => answer(paste.ts), "an answer");
    ana.says("C1", `more of it: ${leak()}`, { thread: paste.ts });
    ana.mentions("C1", `status ${leak()}`, { thread: paste.ts });
    await settled();
    ana.edits(paste, `${SP4} again\n${leak()}`);
    ana.says("C1", "here is the log", { files: [{ name: "a.log", content: `${SP4}\n${leak()}` }] });
    await ana.types(`/kms explain 5085 ${leak()}`, "C1");
    await ana.types(`/kms something broke ${leak()}`, "C1");
    await ana.usesShortcut("Match this error", slack.user("U2").says("C1", `${SP4} ${leak()}`));
    await ana.usesShortcut("Match an error");
    const box = await slack.until(() => ana.modal, "the box");
    await ana.submits(box, { "Paste the error": `${SP4}\n${leak()}` });
    await settled();
    await ana.clicks(answer(paste.ts) ?? root, "Start");
    await settled();
    await ana.clicks(answer(paste.ts) ?? root, "Skip…");
    const reason = await slack.until(() => ana.modal, "the form");
    await ana.submits(reason, { "Why is it skipped?": leak() });
    await settled();
    await ana.types(`/kms escalate critical ${leak()}`, "C1");
    await settled();
    await ana.types("/kms export", "C1");
    ana.opensHome();
    await settled();
    expect(paged()).toBeGreaterThan(0);
    expect(used.length).toBeGreaterThanOrEqual(10);
    const shown = JSON.stringify([slack.calls, privateTo(slack, "U1")]);
    expect(used.filter((secret) => `${shown}\n${written()}\n${reports.join("\n")}`.includes(secret))).toEqual([]);
  });

  it("is nowhere on Discord, in the database, in the log or in a page, by whatever way it came", async () => {
    const { leak, used } = someLeaks();
    let made: Awaited<ReturnType<typeof aBot>> | undefined;
    const reports: string[] = [];
    const { discord, stop } = await onDiscord(
      async (adapter, fake): Promise<Bot["intake"]> => {
        made = await aBot(adapter.platform, discordClock(fake));
        return made.bot.intake;
      },
      {},
      { ports: { report: ({ text }) => reports.push(text) } },
    );
    if (made === undefined) throw new Error("Expected a bot.");
    const { bot, written, close, paged } = made;
    stops.push(stop, close);
    const settled = async () => {
      await discord.settled();
      await bot.settled();
      await discord.settled();
    };
    const ana = discord.user("ana");
    const all = () => [...discord.world.messages.values()].flatMap((channel) => [...channel.values()]);
    const paste = ana.says("errors", `${SP4}\n\n${leak()}`);
    const root = await discord.until(
      () => all().find(({ author, replyTo }) => author === discord.botId && replyTo === paste.id),
      "an answer",
    );
    ana.says("errors", `${discord.mention} it is worse: ${leak()}`);
    ana.says("dm", `${SP4}\n${leak()}`);
    await ana.types("/kms lookup", { query: `5085 ${leak()}` }, "errors").answered();
    await ana.types("/kms explain", { text: `5085 ${leak()}` }, "errors").answered();
    await ana.usesMenu("Match this error", discord.user("ben").says("errors", `${SP4} ${leak()}`)).answered();
    await ana.types("/kms paste", {}, "errors").answered();
    const box = ana.form();
    if (box === undefined) throw new Error("Expected the box.");
    await ana.submits(box, { field: `${SP4}\n${leak()}` }).answered();
    await settled();
    await ana.clicks(discord.current(root) ?? root, "Start").answered();
    await settled();
    const step = await discord.until(
      () => all().findLast((one) => one.author === discord.botId && discord.visibleText(one).includes("Step 1 of")),
      "the first step",
    );
    const form = await ana.selects(step, "Skip…").modal();
    await ana.submits(form, { field: leak() }).answered();
    await settled();
    ana.says("errors", `${discord.mention} escalate critical ${leak()}`);
    await settled();
    expect(paged()).toBeGreaterThan(0);
    expect(used.length).toBeGreaterThanOrEqual(8);
    const shown = JSON.stringify(discord.calls);
    expect(used.filter((secret) => `${shown}\n${written()}\n${reports.join("\n")}`.includes(secret))).toEqual([]);
  });
});
