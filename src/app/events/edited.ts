import type { PlatformEvent } from "../platform.ts";
import { retold } from "./retold.ts";
import { said } from "./said.ts";
import type { Scene } from "./scene.ts";

/** Somebody changed what they had said. What meant nothing to us before may do so now. */
export async function edited(scene: Scene, event: Extract<PlatformEvent, { kind: "edited" }>): Promise<void> {
  const { message, text } = event;
  const texts = scene.tx.texts(scene.tenant);
  const before = await texts.find(scene.place.channel, message);
  if (before === undefined) return said(scene, { kind: "said", message, text, addressed: false });
  if (before.text === text) return;
  await texts.put({ ...before, text });
  await retold(scene, before.case);
}
