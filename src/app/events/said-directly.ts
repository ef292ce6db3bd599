import { type CaseId, caseId, phaseOf } from "../../core/resolution/case.ts";
import { readCommand } from "../command.ts";
import { later } from "../clock.ts";
import { caseAt } from "../names.ts";
import { caseOfMessage } from "./locate.ts";
import type { Said } from "./said.ts";
import type { Scene } from "./scene.ts";
import { answer } from "./speak.ts";

/** How long an error that was told in private stays the one we talk about (milliseconds). */
const TALKED_ABOUT = 4 * 3_600_000;

/** In a direct message everything is meant for the bot. More that is said while a run is under way belongs to it. */
export async function saidDirectly(scene: Scene, { message, text }: Said): Promise<void> {
  const { place, now } = scene;
  const id = await caseTalkedAbout(scene, message, text);
  await scene.tx.values(scene.tenant).set(topicName(place.channel), { case: id, at: now }, later(now, TALKED_ABOUT));
  await answer(scene, {
    case: id,
    text,
    via: "command",
    parts: [{ message, text }],
    home: { place, replyTo: undefined },
  });
}

async function caseTalkedAbout(scene: Scene, message: string, text: string): Promise<CaseId> {
  const { place, now, tx, tenant } = scene;
  if (place.thread !== undefined) return caseOfMessage(scene, place.thread);
  const topic = asTopic(await tx.values(tenant).get(topicName(place.channel)));
  if (topic === undefined || now - topic.at > TALKED_ABOUT) return caseAt(place.channel, message);
  const known = await tx.cases(tenant).load(topic.case);
  const kind = known === undefined ? undefined : phaseOf(known).kind;
  const isAboutIt = kind === "running" || kind === "asking" || readCommand(text).kind !== "match";
  return isAboutIt ? topic.case : caseAt(place.channel, message);
}

type Topic = { readonly case: CaseId; readonly at: number };

function asTopic(value: unknown): Topic | undefined {
  if (typeof value !== "object" || value === null || !("case" in value) || !("at" in value)) return undefined;
  return typeof value.case === "string" && typeof value.at === "number"
    ? { case: caseId(value.case), at: value.at }
    : undefined;
}

function topicName(channel: string): string {
  return `topic ${channel}`;
}
