import type { PlatformEvent } from "../platform.ts";
import { saidDirectly } from "./said-directly.ts";
import { saidInChannel } from "./said-in-channel.ts";
import { saidInThread } from "./said-in-thread.ts";
import type { Scene } from "./scene.ts";

/** A message of a person. */
export type Said = Extract<PlatformEvent, { kind: "said" }>;

/** Somebody said something where the bot can hear it. */
export async function said(scene: Scene, event: Said): Promise<void> {
  if (scene.place.kind === "direct") return saidDirectly(scene, event);
  return scene.place.thread === undefined ? saidInChannel(scene, event) : saidInThread(scene, event);
}
