import type { Verdict } from "../../core/matching/verdict.ts";
import { caseAt } from "../names.ts";
import { answerFingerprint } from "./answer-fingerprint.ts";
import { type LatestSaid, latestSaid, noteSaid } from "./latest-said.ts";
import { noteMissInPassing } from "./miss.ts";
import { pointTo } from "./point-to.ts";
import type { Said } from "./said.ts";
import type { Scene } from "./scene.ts";
import { isMuted, modeOf } from "./settings.ts";
import { answer, type Part, type Taken, takeUp } from "./speak.ts";

/** At the top level of a channel: silent unless it knows, and then in a thread under the paste. */
export async function saidInChannel(scene: Scene, event: Said): Promise<void> {
  const mode = await modeOf(scene);
  const part = { message: event.message, text: event.text };
  if (mode === "off") return;
  if (event.addressed) return answer(scene, takenFrom(scene, [part]));
  if (mode === "mention" || (await isMuted(scene))) return;
  await overhear(scene, part);
}

/** One person's messages in a row may be one paste. */
async function overhear(scene: Scene, part: Part): Promise<void> {
  const before = await latestSaid(scene);
  const verdict = await judge(scene, part.text);
  if (before?.case !== undefined && goesOn(before, verdict)) return goOn(scene, before, part);
  const together = [...(before?.case === undefined ? (before?.parts ?? []) : []), part];
  const joined = together.length > 1 ? await judge(scene, textOf(together)) : verdict;
  await speakOf(
    scene,
    isBetter(joined, verdict) ? { parts: together, verdict: joined } : { parts: [part], verdict },
    together,
  );
}

/** What follows an answered error and is no error of another kind is more of it. */
function goesOn(before: LatestSaid, verdict: Verdict): boolean {
  return verdict.kind === "silent" || answerFingerprint(verdict) === before.fingerprint;
}

async function goOn(scene: Scene, before: LatestSaid, part: Part): Promise<void> {
  await noteSaid(scene, before);
  await takeUp(scene, { ...takenFrom(scene, [part]), ...(before.case === undefined ? {} : { case: before.case }) });
}

function isBetter(joined: Verdict, alone: Verdict): boolean {
  return joined.kind !== "silent" && (alone.kind === "silent" || (alone.kind === "ask" && joined.kind === "answer"));
}

type Understood = { readonly parts: readonly Part[]; readonly verdict: Verdict };

async function speakOf(scene: Scene, { parts, verdict }: Understood, unanswered: readonly Part[]): Promise<void> {
  const taken = takenFrom(scene, parts);
  const fingerprint = answerFingerprint(verdict);
  if (fingerprint === undefined) {
    await noteSaid(scene, { parts: unanswered, case: undefined, fingerprint });
    return noteMissInPassing(scene, taken.text, "channel", verdict);
  }
  const elsewhere = await pointTo(scene, taken, fingerprint);
  await noteSaid(scene, { parts, case: elsewhere ?? taken.case, fingerprint });
  if (elsewhere === undefined) await takeUp(scene, taken);
}

function takenFrom({ place }: Scene, parts: readonly Part[]): Taken {
  const lead = parts[0]?.message ?? "";
  return {
    case: caseAt(place.channel, lead),
    text: textOf(parts),
    via: "channel",
    parts,
    home: { place, replyTo: lead },
  };
}

async function judge({ parts }: Scene, text: string): Promise<Verdict> {
  return parts.decide({ readings: [parts.read(text, "channel")], answers: [] });
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("\n");
}
