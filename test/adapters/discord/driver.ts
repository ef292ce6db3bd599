import type { DiscordConfig } from "../../../adapters/discord/config.ts";
import { discord as startAdapter, type Discord, type DiscordPorts } from "../../../adapters/discord/index.ts";
import type { Clock } from "../../../src/app/clock.ts";
import type { Delivery, Intake, MessageRef } from "../../../src/app/platform.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { DriverFault, How, PlatformDriver, Who } from "../../contract/platform.contract.ts";
import {
  type DiscordOptions,
  type FakeDiscord,
  type Invocation,
  type Person,
  startDiscord,
} from "../../support/discord/index.ts";

/** A fake Discord with the real adapter on it. */
export type Connected = {
  readonly discord: FakeDiscord;
  readonly adapter: Discord;
  readonly stop: () => Promise<void>;
};

/** The fake's clock, as the adapter wants it. */
export function clockOf({ clock }: FakeDiscord): Clock {
  return { now: () => instant(Math.floor(clock.now())), after: clock.after };
}

export function configOf(discord: FakeDiscord, facts: Partial<DiscordConfig> = {}): DiscordConfig {
  return {
    token: discord.token,
    watch: true,
    guild: undefined,
    archiveAfter: 1_440,
    command: "kms",
    apiUrl: discord.api,
    ...facts,
  };
}

/** A fake Discord of these facts; the adapter is connected to what the intake is made of, and its commands are there. */
export async function connected(
  intakeFor: (adapter: Discord, discord: FakeDiscord) => Intake | Promise<Intake>,
  options: DiscordOptions = {},
  { config = {}, ports = {} }: { readonly config?: Partial<DiscordConfig>; readonly ports?: DiscordPorts } = {},
): Promise<Connected> {
  const discord = await startDiscord({ channels: ["errors"], ...options });
  const adapter = await connectedTo(discord, intakeFor, { config, ports });
  const stop = async (): Promise<void> => {
    await adapter.stop();
    await discord.stop();
  };
  return { discord, adapter, stop };
}

/** The same on a fake Discord that is there already. */
export async function connectedTo(
  discord: FakeDiscord,
  intakeFor: (adapter: Discord, discord: FakeDiscord) => Intake | Promise<Intake>,
  { config = {}, ports = {} }: { readonly config?: Partial<DiscordConfig>; readonly ports?: DiscordPorts } = {},
): Promise<Discord> {
  const adapter = startAdapter(configOf(discord, config), { clock: clockOf(discord), ...ports });
  await adapter.connect(await intakeFor(adapter, discord));
  await discord.until(() => adapter.health().isConnected && discord.world.commands.size > 0, "a connection");
  return adapter;
}

/** An intake that keeps what it gets, each id once. */
export function keepingIntake() {
  const kept = new Map<string, Delivery>();
  const state = { isBroken: false };
  const accept: Intake["accept"] = async (delivery) => {
    if (state.isBroken) throw new Error("The disk is full.");
    const key = `${delivery.place.tenant} ${delivery.id}`;
    if (kept.has(key)) return "known";
    kept.set(key, delivery);
    return "stored";
  };
  return { accept, state, kept: () => [...kept.values()] };
}

/** What outlives an adapter. */
export function aMemory() {
  const values = new Map<string, string>();
  return {
    values,
    get: async (key: string) => values.get(key),
    set: async (key: string, value: string) => void values.set(key, value),
  };
}

/** Discord for the contract. */
export async function discordDriver(): Promise<PlatformDriver> {
  const intake = keepingIntake();
  const { discord, adapter, stop } = await connected(() => intake, { messageContent: true });
  const names = ["ana", "ben", "cem"] as const;
  const people = names.map((name) => discord.user(name));
  return {
    platform: adapter.platform,
    deliveries: intake.kept,
    breakIntake: (isBroken) => void (intake.state.isBroken = isBroken),
    place: {
      platform: "discord",
      tenant: discord.guild().id,
      channel: discord.channel("errors").id,
      thread: undefined,
      kind: "channel",
    },
    ...deeds(discord, (who) => personAt(people, who)),
    ...sights(discord, (who) => personAt(people, who)),
    advance: async (milliseconds) => {
      await new Promise((resolve) => void setImmediate(resolve));
      discord.advance(milliseconds);
    },
    fail: (fault) => fail(discord, fault),
    until: (look, what) => discord.until(look, what),
    quiet: () => discord.settled(),
    close: stop,
  };
}

function personAt(people: readonly Person[], who: Who): Person {
  const person = people[who - 1];
  if (person === undefined) throw new Error(`Cannot find person ${who}: there are ${people.length}.`);
  return person;
}

function deeds(discord: FakeDiscord, person: (who: Who) => Person) {
  /** A form that only asks "sure?" is answered at once. */
  const confirmed = async (who: Who, clicked: Invocation, confirm: boolean | undefined): Promise<void> => {
    const state = await clicked.answered();
    if (state.kind !== "modal" || confirm === undefined) return;
    await person(who)
      .submits(state.modal, { field: confirm ? "yes" : "no" })
      .answered();
  };
  return {
    idOf: (who: Who) => person(who).id,
    says: async (who: Who, text: string, how: How = {}): Promise<MessageRef> => {
      const place =
        how.directly === true
          ? "dm"
          : how.under === undefined
            ? "errors"
            : threadUnder(discord, person(who), how.under);
      if (how.times !== undefined) discord.gateway.duplicate({ copies: how.times });
      const attachments = how.file === undefined ? [] : [fileOf(how.file)];
      const said = person(who).says(place, how.addressed === true ? `${discord.mention} ${text}` : text, {
        attachments,
      });
      await discord.settled();
      return { channel: said.channel, message: said.id };
    },
    edits: async (who: Who, ref: MessageRef, text: string) => void person(who).edits(named(ref), text),
    deletes: async (who: Who, ref: MessageRef) => person(who).deletes(named(ref)),
    clicks: async (who: Who, ref: MessageRef, label: string, confirm?: boolean) =>
      confirmed(who, pressed(person(who), named(ref), label), confirm),
    clicksAside: async (who: Who, label: string) => {
      const last = privateTo(discord, person(who)).at(-1);
      if (last === undefined) throw new Error("Cannot click: there is nothing private to see.");
      await confirmed(who, pressed(person(who), last, label), undefined);
    },
    submits: async (who: Who, text: string) => {
      const modal = await discord.until(() => person(who).form(), "a form");
      await person(who).submits(modal, { field: text }).answered();
    },
    asks: async (who: Who, text: string) =>
      void (await person(who).types("/kms lookup", { query: text }, "errors").answered()),
    pins: async (who: Who, ref: MessageRef, by: "menu" | "sign") => {
      if (by === "sign") person(who).reacts(named(ref), "📌");
      else await person(who).usesMenu("Add to timeline", named(ref)).answered();
    },
    points: async (who: Who, ref: MessageRef) =>
      void (await person(who).usesMenu("Match this error", named(ref)).answered()),
  };
}

/** A button, or the entry of a menu. */
export function pressed(person: Person, message: Parameters<Person["clicks"]>[0], label: string): Invocation {
  try {
    return person.clicks(message, label);
  } catch {
    return person.selects(message, label);
  }
}

function sights(discord: FakeDiscord, person: (who: Who) => Person) {
  const everything = () => {
    const channel = discord.channel("errors");
    const threads = channel.threads().flatMap(({ id }) => discord.thread(id).messages());
    return [...channel.messages(), ...threads].filter(({ author }) => author === discord.botId);
  };
  return {
    visible: (ref: MessageRef) => {
      const message = discord.current(named(ref));
      return message === undefined || message.deletedAt !== undefined
        ? undefined
        : textOf(discord.visibleText(message));
    },
    posted: () => everything().map(({ id, channel }) => ({ channel, message: id })),
    asidesOf: (who: Who) => privateTo(discord, person(who)).map((message) => textOf(discord.visibleText(message))),
    signsOn: (ref: MessageRef) => (discord.current(named(ref))?.reactions ?? []).map(({ emoji }) => emoji),
    pings: () => discord.pings().flatMap(({ users }) => users),
    rejections: () =>
      discord.rejections
        .filter(({ code }) => !EXPECTED.has(code))
        .map(({ route, code, message, problems }) => `${route}: ${code} ${message} ${problems.join(" ")}`),
  };
}

/** What Discord says to something that is done twice. */
const EXPECTED: ReadonlySet<number> = new Set([10_008]);

/** Everything that the bot said to this person alone. */
export function privateTo(discord: FakeDiscord, { name, id }: Person) {
  const direct = [...discord.world.channels.values()].filter((one) => one.kind === "dm" && one.recipient === id);
  const own = direct.flatMap((one) =>
    discord
      .channel(one.id)
      .messages()
      .filter(({ author }) => author === discord.botId),
  );
  return [...discord.ephemeralFor(name).filter((message) => (message.flags & 128) === 0), ...own];
}

function named({ channel, message }: MessageRef) {
  return { id: message, channel };
}

/** As a person's client shows it: without the stars of bold words, and the back-slashes that say "this is no markup". */
export function textOf(markdown: string): string {
  return markdown.replaceAll(/(?<!\\)\*\*/g, "").replaceAll(/\\([^0-9A-Za-z\s])/g, "$1");
}

export function threadUnder(discord: FakeDiscord, person: Person, { channel, message }: MessageRef): string {
  if (discord.current({ id: message, channel })?.thread === undefined)
    person.startsThread({ id: message, channel }, "thread");
  return message;
}

function fileOf({ name, content }: NonNullable<How["file"]>) {
  return typeof content === "string" ? { name, text: content } : { name, bytes: content };
}

function fail(discord: FakeDiscord, fault: DriverFault): void {
  const route = "POST /channels/:channel/messages";
  if (fault.kind === "rate-limited") discord.fails(route, { kind: "rateLimited", retryAfter: fault.after / 1_000 });
  else if (fault.kind === "lost") discord.fails(route, { kind: fault.isPosted ? "resetAfter" : "resetBefore" });
  else discord.fails(route, { kind: "api", status: 403, code: 50_013, message: "Missing Permissions" });
}
