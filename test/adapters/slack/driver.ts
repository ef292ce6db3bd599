import { slack as startSlack, type Slack, type SlackPorts } from "../../../adapters/slack/index.ts";
import type { SlackConfig } from "../../../adapters/slack/config.ts";
import type { Clock } from "../../../src/app/clock.ts";
import type { Delivery, Intake, MessageRef } from "../../../src/app/platform.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { DriverFault, How, PlatformDriver, Who } from "../../contract/platform.contract.ts";
import { type FakeSlack, type FakeSlackOptions, type Message, startFakeSlack } from "../../support/slack/index.ts";

export type Mode = "socket" | "http";

/** A fake Slack with the real adapter on it. */
export type Connected = { readonly slack: FakeSlack; readonly adapter: Slack; readonly stop: () => Promise<void> };

/** The fake's clock, as the adapter wants it. */
export function clockOf(slack: FakeSlack): Clock {
  return { now: () => instant(Math.floor(slack.clock.now())), after: slack.clock.after };
}

function configOf(slack: FakeSlack, mode: Mode): SlackConfig {
  return {
    reach:
      mode === "socket"
        ? { kind: "socket", appToken: slack.appToken }
        : { kind: "http", signingSecret: slack.signingSecret, port: 0 },
    identity: { kind: "workspace", botToken: slack.botToken() },
    command: "/kms",
    apiUrl: slack.apiUrl,
  };
}

export const SHORTCUTS = [
  { name: "Match this error", callbackId: "match", on: "message" },
  { name: "Add to timeline", callbackId: "remember", on: "message" },
  { name: "Match an error", callbackId: "paste", on: "anywhere" },
] as const;

/** A fake Slack of these facts; the adapter is connected to what the intake is made of. */
export async function connected(
  mode: Mode,
  intakeFor: (adapter: Slack, slack: FakeSlack) => Intake | Promise<Intake>,
  options: FakeSlackOptions = {},
  ports: SlackPorts = {},
): Promise<Connected> {
  const slack = await startFakeSlack({ app: { shortcuts: SHORTCUTS }, ...options });
  const adapter = await connectedTo(slack, mode, intakeFor, ports);
  const stop = async (): Promise<void> => {
    await adapter.stop();
    await slack.close();
  };
  return { slack, adapter, stop };
}

/** The same on a fake Slack that is there already. */
export async function connectedTo(
  slack: FakeSlack,
  mode: Mode,
  intakeFor: (adapter: Slack, slack: FakeSlack) => Intake | Promise<Intake>,
  ports: SlackPorts = {},
): Promise<Slack> {
  const adapter = startSlack(configOf(slack, mode), { clock: clockOf(slack), ...ports });
  await adapter.connect(await intakeFor(adapter, slack));
  if (mode === "http") slack.useHttp(`http://127.0.0.1:${adapter.health().port}/slack/events`);
  else await slack.until(() => slack.sockets.count > 0, "a socket");
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

/** Slack for the contract. */
export async function slackDriver(mode: Mode): Promise<PlatformDriver> {
  const intake = keepingIntake();
  const { slack, adapter, stop } = await connected(mode, () => intake);
  return {
    platform: adapter.platform,
    deliveries: intake.kept,
    breakIntake: (isBroken) => void (intake.state.isBroken = isBroken),
    place: { platform: "slack", tenant: "T1", channel: "C1", thread: undefined, kind: "channel" },
    ...people(slack),
    ...sights(slack),
    advance: async (milliseconds) => slack.clock.advance(milliseconds),
    fail: (fault) => slack.faults.next("chat.postMessage", faultOf(fault)),
    until: (look, what) => slack.until(look, what),
    quiet: () => slack.quiet(),
    close: stop,
  };
}

const idOf = (who: Who): string => `U${who}`;

function people(slack: FakeSlack) {
  const says = async (who: Who, text: string, how: How = {}): Promise<MessageRef> => {
    const person = slack.user(idOf(who));
    const channel = how.directly === true ? directOf(slack, idOf(who)) : "C1";
    if (how.times !== undefined) slack.deliveries.next({ kind: "duplicate", times: how.times });
    const saying = {
      ...(how.under === undefined ? {} : { thread: how.under.message }),
      ...(how.file === undefined ? {} : { files: [how.file] }),
    };
    const said = how.addressed === true ? person.mentions(channel, text, saying) : person.says(channel, text, saying);
    return { channel: said.channel, message: said.ts };
  };
  return {
    idOf,
    says,
    edits: async (who: Who, ref: MessageRef, text: string) =>
      void slack.user(idOf(who)).edits(messageOf(slack, ref), text),
    deletes: async (who: Who, ref: MessageRef) => slack.user(idOf(who)).deletes(messageOf(slack, ref)),
    clicks: async (who: Who, ref: MessageRef, label: string, confirm?: boolean) => {
      await slack.user(idOf(who)).clicks(messageOf(slack, ref), label, confirm === undefined ? {} : { confirm });
    },
    clicksAside: async (who: Who, label: string) => {
      const last = privateTo(slack, idOf(who)).at(-1);
      if (last === undefined) throw new Error("Cannot click: there is nothing private to see.");
      await slack.user(idOf(who)).clicks(last, label);
    },
    submits: async (who: Who, text: string) => {
      const person = slack.user(idOf(who));
      const modal = await slack.until(() => person.modal, "a form");
      const label = /^(.*): \[.*\]$/m.exec(slack.visibleText(modal))?.[1] ?? "";
      await person.submits(modal, { [label]: text });
    },
    asks: async (who: Who, text: string) => void (await slack.user(idOf(who)).types(`/kms ${text}`, "C1")),
    pins: async (who: Who, ref: MessageRef, by: "menu" | "sign") => {
      const [person, message] = [slack.user(idOf(who)), messageOf(slack, ref)];
      if (by === "sign") person.reacts(message, "pushpin");
      else await person.usesShortcut("Add to timeline", message);
    },
    points: async (who: Who, ref: MessageRef) =>
      void (await slack.user(idOf(who)).usesShortcut("Match this error", messageOf(slack, ref))),
  };
}

function sights(slack: FakeSlack) {
  return {
    visible: ({ channel, message }: MessageRef) => {
      const found = slack.channel(channel).thread(message)[0];
      return found === undefined ? undefined : slack.visibleText(found);
    },
    posted: () =>
      slack
        .channel("C1")
        .everything()
        .filter(({ author }) => author.botId !== undefined)
        .map(({ channel, ts }) => ({ channel, message: ts })),
    asidesOf: (who: Who) => privateTo(slack, idOf(who)).map((message) => slack.visibleText(message)),
    signsOn: (ref: MessageRef) =>
      Object.entries(messageOf(slack, ref).reactions).flatMap(([name, users]) =>
        users.length > 0 && name === "eyes" ? ["👀"] : [],
      ),
    pings: () => slack.pings().map(({ who }) => who),
    rejections: () =>
      slack.rejections
        .filter(({ error }) => !EXPECTED.has(error ?? ""))
        .map(({ method, error, messages }) => `${method}: ${error} ${messages.join(" ")}`),
  };
}

/** What Slack says to something that is done twice. */
const EXPECTED: ReadonlySet<string> = new Set(["already_reacted", "no_reaction", "message_not_found"]);

function messageOf(slack: FakeSlack, { channel, message }: MessageRef): Message {
  const found = slack
    .channel(channel)
    .everything()
    .find(({ ts }) => ts === message);
  if (found === undefined) throw new Error(`Cannot find message ${message}: it is gone.`);
  return found;
}

/** Everything that the bot said to this person alone. */
export function privateTo(slack: FakeSlack, user: string): readonly Message[] {
  const channels = [...slack.world.channels.values()];
  const direct = channels.filter(({ kind, members }) => kind === "im" && members.includes(user));
  const own = direct.flatMap(({ id }) =>
    slack
      .channel(id)
      .everything()
      .filter(({ author }) => author.botId !== undefined),
  );
  return [...channels.flatMap(({ id }) => slack.channel(id).ephemeralFor(user)), ...own].toSorted((a, b) =>
    a.ts.localeCompare(b.ts),
  );
}

export function directOf(slack: FakeSlack, user: string): string {
  slack.user(user).opensHome();
  const direct = [...slack.world.channels.values()].find(
    ({ kind, members }) => kind === "im" && members.includes(user),
  );
  if (direct === undefined) throw new Error(`Cannot write to the bot: ${user} has no direct messages with it.`);
  return direct.id;
}

function faultOf(fault: DriverFault): Parameters<FakeSlack["faults"]["next"]>[1] {
  if (fault.kind === "rate-limited") return { kind: "rateLimited", retryAfter: fault.after / 1_000 };
  if (fault.kind === "lost") return { kind: fault.isPosted ? "resetAfter" : "resetBefore" };
  return { kind: "okFalse", error: "not_in_channel" };
}
