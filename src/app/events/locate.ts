import { type CaseId, caseId } from "../../core/resolution/case.ts";
import { caseAt } from "../names.ts";
import type { MessageRef } from "../platform.ts";
import type { Scene } from "./scene.ts";
import type { Home } from "./show.ts";

/** The case of a message, or of the thread under it: the bot's own messages and people's belong to cases already. */
export async function caseOfMessage({ tx, tenant, place }: Scene, message: string): Promise<CaseId> {
  const post = await tx.posts(tenant).byMessage(place.channel, message);
  const text = post ?? (await tx.texts(tenant).find(place.channel, message));
  return text?.case ?? caseAt(place.channel, message);
}

/** What a command or a shortcut is about, and where it would be shown to everybody. */
export async function caseAskedAbout(
  scene: Scene,
  about: MessageRef | undefined,
): Promise<{ readonly id: CaseId; readonly home: Home }> {
  const { place, id } = scene;
  if (place.thread !== undefined) {
    return { id: await caseOfMessage(scene, place.thread), home: { place, replyTo: undefined } };
  }
  if (about === undefined) return { id: caseId(`asked/${id}`), home: { place, replyTo: undefined } };
  return { id: await caseOfMessage(scene, about.message), home: { place, replyTo: about.message } };
}
