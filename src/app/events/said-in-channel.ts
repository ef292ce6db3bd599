import type { Verdict } from "../../core/matching/verdict.ts";
import { caseAt } from "../names.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { noteMissInPassing } from "./miss.ts";
import { latestSaid, noteSaid } from "./latest-said.ts";
import { pointTo } from "./point-to.ts";
import type { Said } from "./said.ts";
import type { Scene } from "./scene.ts";
import { isMuted, modeOf } from "./settings.ts";
import { answer, type Part, type Taken, takeUp } from "./speak.ts";

/** At the top level of a channel: silent unless it knows, and then in a thread under the paste. */
export async function saidInChannel(scene: Scene, event: Said): Promise<void> {
  const mode = await modeOf(scene);
  if (mode === "off") return;
  const { message, text } = event;
  if (event.addressed) return answer(scene, takenFrom(scene, [{ message, text }]));
  if (mode === "mention" || (await isMuted(scene))) return;
  await overhear(scene, { message, text });
}

/** One person's messages in a row are one paste when the first alone says nothing, or the next goes on with it. */
async function overhear(scene: Scene, part: Part): Promise<void> {
  const before = await latestSaid(scene);
  const alone = judge(scene, part.text);
  const together = [...(before?.parts ?? []), part];
  const joined = before === undefined ? alone : judge(scene, textOf(together));
  const isOnePaste = before !== undefined && isAboutSame(alone, joined) && (before.case === undefined || isAboutSame(alone, judge(scene, textOf(before.parts))));
  const [parts, verdict] = isOnePaste ? [together, joined] : [[part], alone];
  const taken = { ...takenFrom(scene, parts), ...(isOnePaste && before.case !== undefined ? { case: before.case } : {}) };
  const spoke = verdict.kind !== "silent";
  await noteSaid(scene, { parts, case: spoke ? taken.case : undefined });
  if (!spoke) return noteMissInPassing(scene, part.text, "channel", verdict);
  if (await pointTo(scene, taken, fingerprintOf(verdict))) return;
  await takeUp(scene, taken);
}
