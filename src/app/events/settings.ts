import { assertNever } from "../../core/brand.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { code, rich, shortened, type Word } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { type ChannelMode, type ChannelSetting, type Command, MODES, readCommand } from "../command.ts";
import { later } from "../clock.ts";
import { laneOf } from "../names.ts";
import { timesOf } from "../parts.ts";
import { portsOf, type Scene } from "./scene.ts";

/** How much the bot listens here. In a direct message it is always spoken to. */
export async function modeOf({ tx, tenant, place }: Scene): Promise<ChannelMode> {
  const mode = await tx.values(tenant).get(modeName(place.channel));
  return mode === "mention" || mode === "off" ? mode : "watch";
}

/**
 * Whether what monitors post is looked at: where messages are, unless somebody said no; and where somebody said yes, among
 * people who want to be left alone as well.
 */
export async function hearsAlerts(scene: Scene): Promise<boolean> {
  const mode = await modeOf(scene);
  const wish = await scene.tx.values(scene.tenant).get(alertsName(scene.place.channel));
  return mode === "off" ? false : typeof wish === "boolean" ? wish : mode === "watch";
}

/** Whether somebody asked for silence in this thread or in its channel. */
export async function isMuted({ tx, tenant, place }: Scene): Promise<boolean> {
  const values = tx.values(tenant);
  const names = new Set([mutedName(place.channel), mutedName(laneOf(place))]);
  for (const name of names) if ((await values.get(name)) === true) return true;
  return false;
}

/** Carries out a command about the channel, and says so; undefined for every other text. */
export async function changeSetting(scene: Scene, text: string): Promise<View | undefined> {
  const command = readCommand(text);
  if (scene.place.kind === "direct") return undefined;
  if (command.kind === "channel") return changeChannel(scene, command.setting);
  return command.kind === "mute" || command.kind === "unmute" ? changeMuting(scene, command) : undefined;
}

async function changeChannel(scene: Scene, setting: ChannelSetting): Promise<View> {
  const { tx, tenant, place } = scene;
  switch (setting.kind) {
    case "ask":
      return said(...(await standingOf(scene, "is set")), " ", ...usage(scene));
    case "unknown":
      return said("There is no setting ", code(shortened(setting.words, LONGEST_WORDS)), ". ", ...usage(scene));
    case "mode":
      await tx.values(tenant).set(modeName(place.channel), setting.mode);
      return said(...(await standingOf(scene, "is now set")));
    case "alerts":
      await tx.values(tenant).set(alertsName(place.channel), setting.on);
      return said(...(await standingOf(scene, "is now set")));
  }
  return assertNever(setting);
}

/** Room for what somebody typed (UTF-16 units). */
const LONGEST_WORDS = 60;

async function standingOf(scene: Scene, is: "is set" | "is now set"): Promise<readonly (string | Word)[]> {
  const mode = await modeOf(scene);
  const alerts = (await hearsAlerts(scene)) ? " I look at what monitors and other bots post, too." : NO_ALERTS[mode];
  return [`This channel ${is} to `, code(mode), `: ${MEANINGS[mode]}${alerts}`];
}

const MEANINGS: Readonly<Record<ChannelMode, string>> = {
  watch: "I look at every message and speak when I know the error.",
  mention: "I look only at messages that mention me.",
  off: "I answer commands, and nothing else.",
};

const NO_ALERTS: Readonly<Record<ChannelMode, string>> = {
  watch: " I pass over what monitors and other bots post.",
  mention: "",
  off: "",
};

function usage(scene: Scene): readonly (string | Word)[] {
  const { prefix } = portsOf(scene);
  const words = [...MODES, "alerts on", "alerts off"].map((word) => code(`${prefix}channel ${word}`));
  const before = (at: number): string => (at === 0 ? "" : at === words.length - 1 ? " or " : ", ");
  return ["To change it, say ", ...words.flatMap((word, at) => [before(at), word]), "."];
}

async function changeMuting({ tx, tenant, place, now, parts }: Scene, { kind }: Command): Promise<View> {
  const name = mutedName(laneOf(place));
  if (kind === "mute")
    await tx
      .values(tenant)
      .set(name, true, place.thread === undefined ? undefined : later(now, timesOf(parts).keepCases));
  else await tx.values(tenant).remove(name);
  const where = place.thread === undefined ? "this channel" : "this thread";
  return kind === "mute"
    ? said(`I am silent in ${where} until somebody says `, code("unmute"), ".")
    : said(`I listen in ${where} again.`);
}

function said(...parts: readonly (string | Word)[]): View {
  return noticeView(rich(...parts));
}

function modeName(channel: string): string {
  return `mode ${channel}`;
}

function alertsName(channel: string): string {
  return `alerts ${channel}`;
}

function mutedName(lane: string): string {
  return `muted ${lane}`;
}
