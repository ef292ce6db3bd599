import { caseAt } from "../names.ts";
import { alertIsOver } from "../../core/signals/alert-is-over.ts";
import type { Verdict } from "../../core/matching/verdict.ts";
import { errorFingerprint } from "../../core/escalation/fingerprint.ts";
import { later } from "../clock.ts";
import { countSighting } from "../incidents/sight-incident.ts";
import type { PlatformEvent } from "../platform.ts";
import { sayAgain, sayOver } from "./alert-line.ts";
import { calmFor, sayStorm } from "./alert-storm.ts";
import { answerFingerprint } from "./answer-fingerprint.ts";
import { noteMissInPassing } from "./miss.ts";
import { WORKED_ON } from "./point-to.ts";
import { retold } from "./retold.ts";
import type { Scene } from "./scene.ts";
import { hearsAlerts, isMuted } from "./settings.ts";
import { type Taken, takeUp } from "./speak.ts";

type Alerted = Extract<PlatformEvent, { kind: "alerted" }>;

/**
 * A monitor posted something. A known error is answered under it, once: what comes again joins the case that is open here,
 * and is counted there. Nothing that a machine says is a command, and what is over begins nothing.
 */
export async function alerted(scene: Scene, alert: Alerted): Promise<void> {
  if (!(await hearsAlerts(scene)) || (await isMuted(scene))) return;
  if (alert.isEdit === true) return changed(scene, alert);
  const { decide, read } = scene.parts;
  const reading = read(alert.text, "channel");
  const verdict = await decide({ readings: [reading], answers: [] });
  const fingerprint = answerFingerprint(verdict);
  if (fingerprint === undefined) return noteOnce(scene, alert, { verdict, error: errorFingerprint(reading) });
  if (alertIsOver(alert.text)) return sayOver(scene, fingerprint, since(scene));
  if (await hasJoined(scene, fingerprint)) return;
  const calm = await calmFor(scene);
  const taken = takenFrom(scene, alert);
  if (calm !== "storm") await takeUp(scene, taken);
  if (calm === "last") await sayStorm(scene, taken);
}

/** A monitor writes anew what it had posted: what was answered follows, or is over. The rest was no news and stays none. */
async function changed(scene: Scene, { message, text }: Alerted): Promise<void> {
  const { tx, tenant, place, parts } = scene;
  const before = await tx.texts(tenant).find(place.channel, message);
  if (before === undefined || before.text === text) return;
  if (!alertIsOver(text)) {
    await tx.texts(tenant).put({ ...before, text });
    return retold(scene, before.case);
  }
  const verdict = await parts.decide({ readings: [parts.read(before.text, "channel")], answers: [] });
  const fingerprint = answerFingerprint(verdict);
  if (fingerprint !== undefined) await sayOver(scene, fingerprint, since(scene));
}

function since({ now }: Scene): Scene["now"] {
  return later(now, -WORKED_ON);
}

/** The same alert while a case about it is open here: counted, and said in one line that moves on. */
async function hasJoined(scene: Scene, fingerprint: string): Promise<boolean> {
  const { tx, tenant, place } = scene;
  const sighting = await tx.cases(tenant).sighted(place.channel, fingerprint, since(scene));
  const original = sighting === undefined ? undefined : await tx.posts(tenant).ofCase(sighting.id);
  if (sighting === undefined || original === undefined) return false;
  await countSighting(scene, sighting.id, place);
  await sayAgain(scene, original, sighting.times);
  return true;
}

function takenFrom({ place }: Scene, { message, text }: Alerted): Taken {
  const home = { place, replyTo: message };
  const parts = [{ message, text }];
  return { case: caseAt(place.channel, message), text, via: "channel", parts, home, asker: "nobody" };
}

type Unknown = { readonly verdict: Verdict; readonly error: string };

/** How long an alert that no article is about is not noted again (milliseconds): authors need it once. */
const NOTED = 3_600_000;

async function noteOnce(scene: Scene, { text }: Alerted, { verdict, error }: Unknown): Promise<void> {
  const { tx, tenant, place, now } = scene;
  const name = `alert missed ${place.channel} ${error}`;
  const before = await tx.values(tenant).get(name);
  if (typeof before === "number" && now - before < NOTED) return;
  await tx.values(tenant).set(name, now, later(now, NOTED));
  await noteMissInPassing(scene, text, "channel", verdict);
}
