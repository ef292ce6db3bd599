import type { Slack } from "../../../adapters/slack/index.ts";
import type { Bot } from "../../../src/app/bot.ts";
import type { Shelf } from "../../support/a-store.ts";
import { slackAlert } from "../../support/alerts.ts";
import { seeded } from "../../support/platform/seed.ts";
import { labelsIn } from "../../support/slack/people/controls.ts";
import { type FakeSlack, type Message, startFakeSlack } from "../../support/slack/index.ts";
import { clockOf, connectedTo, directOf, type Mode, privateTo, SHORTCUTS } from "../../adapters/slack/driver.ts";
import { botMessages } from "../../adapters/slack/bot-messages.ts";
import { aBotOn, countingIntake, type Duty, type DutyOf } from "./bot.ts";
import { chatSeat, expectPosts, type Hands } from "./chat.ts";
import { patience } from "./patience.ts";
import type { Room, Said } from "../seat.ts";

const [CHANNEL, ELSEWHERE] = ["C1", "C2"];

/** Slack with the real Bolt on it: three people and the bot in a channel. */
export async function slackRoom(mode: Mode, shelf: Shelf, dutyOf?: DutyOf): Promise<Room> {
  const users = ["ana", "ben", "cem"].map((name, at) => ({ id: `U${at + 1}`, name }));
  const slack = await startFakeSlack({
    app: { shortcuts: SHORTCUTS },
    users,
    channels: [{ id: CHANNEL }, { id: ELSEWHERE }],
  });
  const clock = clockOf(slack);
  const duty: Duty = dutyOf?.(users.map(({ id }) => id)) ?? {};
  const world = { store: await shelf.open(clock), clock, random: seeded(), duty };
  const heard = { count: 0 };
  const start = async (): Promise<Running> => {
    let bot: Bot | undefined;
    const adapter = await connectedTo(slack, mode, async ({ platform }) => {
      bot = await aBotOn(platform, world);
      return countingIntake(bot, heard);
    });
    if (bot === undefined) throw new Error("Expected a bot.");
    return { adapter, bot };
  };
  let running = await start();
  const stop = async (): Promise<void> => {
    await running.adapter.stop();
    await slack.until(() => slack.sockets.count === 0, "no socket any more");
    await running.bot.stop();
  };
  const waits = patience({
    heard: () => heard.count,
    settled: () => running.bot.settled(),
    platformQuiet: () => slack.quiet(),
    until: slack.until.bind(slack),
  });
  const seat = (id: string) => chatSeat(hands(slack, id), waits);
  return {
    alert: async (alert) => {
      const { channel, ts } = await waits.after(async () => slack.appPosts(alert.by, CHANNEL, slackAlert(alert)));
      return { channel, message: ts };
    },
    alertChanges: (posted, alert) =>
      waits.after(async () => void slack.appEdits(found(slack, posted), slackAlert(alert))),
    echo: async (text, under) => {
      slack.appPosts("Echo", CHANNEL, { text, user: "UECHO", thread: under.message });
      await slack.quiet();
    },
    ana: seat("U1"),
    ben: seat("U2"),
    cem: seat("U3"),
    restart: async () => {
      await stop();
      running = await start();
    },
    posts: (count) =>
      expectPosts(
        botMessages(slack).map((message) => slack.visibleText(message)),
        count,
      ),
    pings: () => slack.pings().flatMap(({ who, channel }) => (isDirect(slack, channel) ? [] : [who])),
    pages: () => duty.pages?.() ?? [],
    complaints: () =>
      slack.rejections
        .filter(({ error }) => error !== "ratelimited")
        .map(({ method, error, messages }) => `${method}: ${error} ${messages.join(" ")}`),
    leave: async () => {
      await stop();
      await slack.close();
    },
  };
}

/** A direct message rings anyway, and nobody else reads it. */
function isDirect(slack: FakeSlack, channel: string): boolean {
  return slack.world.channels.get(channel)?.kind === "im";
}

type Running = { readonly adapter: Slack; readonly bot: Bot };

function hands(slack: FakeSlack, id: string): Hands<Message> {
  const person = slack.user(id);
  return {
    name: slack.world.users.get(id)?.name ?? id,
    says: async (text, { under, addressed = false, directly = false, elsewhere = false, file } = {}) => {
      const channel = directly ? directOf(slack, id) : elsewhere ? ELSEWHERE : CHANNEL;
      const saying = {
        ...(under === undefined ? {} : { thread: under.message }),
        ...(file === undefined ? {} : { files: [file] }),
      };
      const said = addressed ? person.mentions(channel, text, saying) : person.says(channel, text, saying);
      return { channel: said.channel, message: said.ts };
    },
    asks: async (words, { elsewhere = false } = {}) =>
      void (await person.types(`/kms ${words}`, elsewhere ? ELSEWHERE : CHANNEL)),
    points: async (at) => void (await person.usesShortcut("Match this error", found(slack, at))),
    fillsBox: async (text) => {
      await person.usesShortcut("Match an error");
      const box = await slack.until(() => person.modal, "the box");
      await person.submits(box, { "Paste the error": text });
    },
    edits: async (said, text) => void person.edits(found(slack, said), text),
    deletes: async (said) => person.deletes(found(slack, said)),
    publicly: () => botMessages(slack),
    privately: () => privateTo(slack, id),
    idOf: ({ ts }) => ts,
    read: (message) => slack.visibleText(message),
    labels: ({ blocks }) => labelsIn(blocks),
    press: (message, label, typing) => press(slack, id, message, { label, typing }),
  };
}

async function press(
  slack: FakeSlack,
  id: string,
  message: Message,
  { label, typing }: { readonly label: string; readonly typing: string | undefined },
): Promise<void> {
  const person = slack.user(id);
  try {
    await person.clicks(message, label);
  } catch (error) {
    if (!String(error).includes("asks for confirmation")) throw error;
    await person.clicks(message, label, { confirm: true });
  }
  if (typing === undefined) return;
  const form = await slack.until(() => person.modal, "a form");
  const field = /^(.*): \[.*\]$/m.exec(slack.visibleText(form))?.[1] ?? "";
  await person.submits(form, { [field]: typing });
}

function found(slack: FakeSlack, { channel, message }: Said): Message {
  const there = slack
    .channel(channel)
    .everything()
    .find(({ ts }) => ts === message);
  if (there === undefined) throw new Error(`Cannot find message ${message}: it is gone.`);
  return there;
}
