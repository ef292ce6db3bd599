import { caseOfMessage } from "./locate.ts";
import { noteMissInPassing } from "./miss.ts";
import type { Said } from "./said.ts";
import type { Scene } from "./scene.ts";
import { isMuted, modeOf } from "./settings.ts";
import { answer, type Taken, takeUp } from "./speak.ts";

/** In a thread the bot speaks when it is spoken to, and when what was said changes what it thinks. */
export async function saidInThread(scene: Scene, { message, text, addressed }: Said): Promise<void> {
  const { place, parts } = scene;
  const id = await caseOfMessage(scene, place.thread ?? message);
  const home = { place, replyTo: undefined };
  const taken: Taken = { case: id, text, via: "thread", parts: [{ message, text }], home };
  const mode = await modeOf(scene);
  if (addressed) return mode === "off" ? undefined : answer(scene, taken);
  if (mode === "off" || (await isMuted(scene))) return;
  const known = await scene.tx.cases(scene.tenant).load(id);
  if (known === undefined && mode !== "watch") return;
  if (known === undefined) {
    const verdict = await parts.decide({ readings: [parts.read(text, "thread")], answers: [] });
    await noteMissInPassing(scene, text, "thread", verdict);
  }
  await takeUp(scene, taken);
}
