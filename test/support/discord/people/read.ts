import type { Readers } from "../discord.ts";
import { messageIn } from "../world/revise.ts";
import { channelReader, ephemeralFor, threadReader } from "./readers.ts";
import { userNamed } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { visibleText } from "./visible-text.ts";

/** What tests look at. */
export function readers(
  scene: Scene,
): Pick<Readers, "world" | "channel" | "thread" | "ephemeralFor" | "current" | "visibleText" | "pings"> {
  const { world } = scene;
  return {
    world,
    channel: (place) => channelReader(scene, place),
    thread: (place) => threadReader(scene, place),
    ephemeralFor: (name) => ephemeralFor(world, userNamed(world, name).id),
    current: (ref) => messageIn(world, ref.channel, ref.id),
    visibleText: (message) => visibleText(world, message),
    pings: () => world.pings.filter((ping) => ping.author === world.bot.id),
  };
}
