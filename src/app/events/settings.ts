import { noticeView } from "../../core/view/notice-view.ts";
import { code, rich, type Word } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { type ChannelMode, type Command, MODES, readCommand } from "../command.ts";
import { later } from "../clock.ts";
import { laneOf } from "../names.ts";
import { timesOf } from "../parts.ts";
import { portsOf, type Scene } from "./scene.ts";

/** How much the bot listens here. In a direct message it is always spoken to. */
export async function modeOf({ tx, tenant, place }: Scene): Promise<ChannelMode> {
  const mode = await tx.values(tenant).get(modeName(place.channel));
  return mode === "mention" || mode === "off" ? mode : "watch";
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
  if (command.kind === "channel") return changeMode(scene, command.mode);
  return command.kind === "mute" || command.kind === "unmute" ? changeMuting(scene, command) : undefined;
}

async function changeMode(scene: Scene, wanted: ChannelMode | undefined): Promise<View> {
  const { tx, tenant, place } = scene;
  if (wanted === undefined) return tellMode(await modeOf(scene), portsOf(scene).prefix);
  await tx.values(tenant).set(modeName(place.channel), wanted);
  return said("This channel is now set to ", code(wanted), `: ${MEANINGS[wanted]}`);
}

function tellMode(mode: ChannelMode, prefix: string): View {
  const others = MODES.filter((other) => other !== mode).flatMap((other, index) => [
    index === 0 ? "" : " or ",
    code(`${prefix}channel ${other}`),
  ]);
  return said("This channel is set to ", code(mode), `: ${MEANINGS[mode]} To change it, say `, ...others, ".");
}

const MEANINGS: Readonly<Record<ChannelMode, string>> = {
  watch: "I look at every message and speak when I know the error.",
  mention: "I look only at messages that mention me.",
  off: "I answer commands, and nothing else.",
};

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

function mutedName(lane: string): string {
  return `muted ${lane}`;
}
