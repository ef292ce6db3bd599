import { deedOf } from "../core/authorization/deed-of.ts";
import { offered } from "./events/offered.ts";
import { originOf } from "./events/origin-of.ts";
import { mayIn, type Scene } from "./events/scene.ts";
import { tenantKey } from "./names.ts";
import type { BotParts } from "./parts.ts";
import type { Delivery } from "./platform.ts";

/** Whether the button counts here and whoever pressed it may do what it stands for. */
export function mayFillIn(parts: BotParts, press: Delivery): Promise<boolean> {
  const { event, place, by, standing, id, at: now } = press;
  if (event.kind !== "clicked") return Promise.resolve(false);
  return parts.store.transaction(async (tx) => {
    const from = originOf(press);
    const scene: Scene = { parts, tx, tenant: tenantKey(place), place, by, standing, id, now, said: undefined, from };
    const found = await offered(scene, event);
    return found.kind === "offered" && mayIn(scene)(deedOf(found.action)).kind === "allowed";
  });
}
