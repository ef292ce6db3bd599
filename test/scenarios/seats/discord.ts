import type { Discord } from "../../../adapters/discord/index.ts";
import type { Bot } from "../../../src/app/bot.ts";
import { botMessages } from "../../adapters/discord/bot-messages.ts";
import {
  aMemory,
  clockOf,
  connectedTo,
  pressed,
  privateTo,
  textOf,
  threadUnder,
} from "../../adapters/discord/driver.ts";
import type { Shelf } from "../../support/a-store.ts";
import { discordAlert } from "../../support/alerts.ts";
import { seeded } from "../../support/platform/seed.ts";
import { type DiscordOptions, type FakeDiscord, type Person, startDiscord } from "../../support/discord/index.ts";
import { labelsOn } from "../../support/discord/people/clicks.ts";
import { ownArticleMap } from "../../support/knowledge.ts";
import type { Room, Said } from "../seat.ts";
import { aBotOn, countingIntake, type Duty, type DutyOf } from "./bot.ts";
import { chatSeat, expectPosts, type Hands } from "./chat.ts";
import { patience } from "./patience.ts";

type Message = ReturnType<Person["says"]>;

const [CHANNEL, ELSEWHERE] = ["errors", "elsewhere"];

/** Discord with the real discord.js on it: three people and the bot in a channel. */
export async function discordRoom(shelf: Shelf, options: DiscordOptions = {}, dutyOf?: DutyOf): Promise<Room> {
  const discord = await startDiscord({ channels: [CHANNEL, ELSEWHERE], ...options });
  const people = ["ana", "ben", "cem"].map((name) => discord.user(name));
  const clock = clockOf(discord);
  const duty: Duty = dutyOf?.(people.map(({ id }) => id)) ?? {};
  const world = { store: await shelf.open(clock), clock, random: seeded(), duty };
  const memory = aMemory();
  const heard = { count: 0 };
  const start = async (): Promise<Running> => {
    let bot: Bot | undefined;
    const adapter = await connectedTo(
      discord,
      async ({ platform }) => {
        bot = await aBotOn(platform, world);
        return countingIntake(bot, heard);
      },
      { ports: { memory, titleOf: (id) => ownArticleMap.get(id)?.title } },
    );
    if (bot === undefined) throw new Error("Expected a bot.");
    return { adapter, bot };
  };
  let running = await start();
  const stop = async (): Promise<void> => {
    await running.adapter.stop();
    await running.bot.stop();
  };
  const waits = patience({
    heard: () => heard.count,
    settled: () => running.bot.settled(),
    platformQuiet: discord.quiet,
    until: discord.until,
  });
  const [ana, ben, cem] = people.map((person) => chatSeat(hands(discord, person), waits));
  if (ana === undefined || ben === undefined || cem === undefined) throw new Error("Expected three people.");
  return {
    alert: async (alert) => {
      const { channel, id } = await waits.after(async () => discord.appPosts(alert.by, CHANNEL, discordAlert(alert)));
      return { channel, message: id };
    },
    alertChanges: ({ channel, message }, alert) =>
      waits.after(async () => void discord.appEdits({ channel, id: message }, discordAlert(alert))),
    echo: async (content, { message }) => {
      discord.appPosts("Echo", CHANNEL, { content, replyTo: message }, "bot");
      await discord.settled();
    },
    ana,
    ben,
    cem,
    restart: async () => {
      await stop();
      running = await start();
    },
    posts: (count) =>
      expectPosts(
        botMessages(discord).map((message) => textOf(discord.visibleText(message))),
        count,
      ),
    pings: () => discord.pings().flatMap(({ users }) => users),
    pages: () => duty.pages?.() ?? [],
    complaints: () =>
      discord.rejections
        .filter(({ code, status }) => !isExpected(code, status, options.lean === true))
        .map(({ route, code, message, problems }) => `${route}: ${code} ${message} ${problems.join(" ")}`),
    leave: async () => {
      await stop();
      await discord.stop();
    },
  };
}

/** Being told to wait is no mistake, and a server that is only like Discord lacks some things, such as threads. */
function isExpected(code: number, status: number, isLean: boolean): boolean {
  return status === 429 || (isLean && status === 404 && [0, UNKNOWN_CHANNEL].includes(code));
}

const UNKNOWN_CHANNEL = 10_003;

type Running = { readonly adapter: Discord; readonly bot: Bot };

function hands(discord: FakeDiscord, person: Person): Hands<Message> {
  return {
    name: person.name,
    says: async (text, { under, addressed = false, directly = false, elsewhere = false, file } = {}) => {
      const top = elsewhere ? ELSEWHERE : CHANNEL;
      const thread = under === undefined ? top : threadAbout(discord, person, under);
      const attachments = file === undefined ? [] : [fileOf(file)];
      const words = addressed ? `${discord.mention} ${text}` : text;
      const said = person.says(directly ? "dm" : thread, words, { attachments });
      return { channel: said.channel, message: said.id };
    },
    asks: async (words, { elsewhere = false } = {}) => {
      const { command, options } = typed(words);
      await person.types(`/kms ${command}`, options, elsewhere ? ELSEWHERE : CHANNEL).answered();
    },
    points: async ({ channel, message }) =>
      void (await person.usesMenu("Match this error", { channel, id: message }).answered()),
    fillsBox: async (text) => {
      const box = await person.types("/kms paste", {}, CHANNEL).modal();
      await person.submits(box, { "Paste the whole error": text }).answered();
    },
    edits: async ({ channel, message }, text) => void person.edits({ channel, id: message }, text),
    deletes: async ({ channel, message }) => person.deletes({ channel, id: message }),
    publicly: () => botMessages(discord),
    privately: () => privateTo(discord, person),
    idOf: ({ id }) => id,
    read: (message) => textOf(discord.visibleText(message)),
    labels: labelsOn,
    press: (message, label, typing) => press(person, message, { label, typing }),
  };
}

/** Where people talk about it: the thread of the run if there is one, else one under the message. */
function threadAbout(discord: FakeDiscord, person: Person, about: Said): string {
  const answer = botMessages(discord).find(({ replyTo, thread }) => replyTo === about.message && thread !== undefined);
  return answer?.id ?? threadUnder(discord, person, about);
}

/** Sub-commands with the option that each takes; everything else is looked up. */
function typed(words: string): { readonly command: string; readonly options: Readonly<Record<string, string>> } {
  const [first = "", ...rest] = words.split(" ");
  if (["help", "status", "mute", "unmute"].includes(words)) return { command: words, options: {} };
  const option = { show: "article", explain: "text", channel: "mode" }[first];
  if (option === undefined || rest.length === 0) return { command: "lookup", options: { query: words } };
  return { command: first, options: { [option]: rest.join(" ") } };
}

async function press(
  person: Person,
  message: Message,
  { label, typing }: { readonly label: string; readonly typing: string | undefined },
): Promise<void> {
  const state = await pressed(person, message, label).answered();
  if (state.kind !== "modal") return;
  await person.submits(state.modal, { field: typing ?? yesOf(state.modal) }).answered();
}

/** What a form wants to read from somebody who is sure. */
function yesOf(modal: Parameters<Person["submits"]>[0]): string {
  const [, word] = /Type “(.*?)” to go on/.exec(JSON.stringify(modal.components)) ?? [];
  if (word === undefined) throw new Error(`Cannot fill in "${modal.title}": it asks for words, and none were given.`);
  return word;
}

function fileOf({ name, content }: { readonly name: string; readonly content: string | Uint8Array }) {
  return typeof content === "string" ? { name, text: content } : { name, bytes: content };
}
