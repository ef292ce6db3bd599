import { type EscalationId, isClosed } from "../../core/escalation/escalation.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import type { Scene } from "../events/scene.ts";
import { PRIORITY } from "../store.ts";
import { wordTo } from "./act-on-incident.ts";
import { sayInThread } from "./line.ts";
import { moveIncident } from "./move-incident.ts";

/** One incident ends and goes on in another, which takes over its places and its cases. Says why where it cannot. */
export async function mergeInto(scene: Scene, from: EscalationId, into: EscalationId): Promise<View | undefined> {
  const incidents = scene.tx.incidents(scene.tenant);
  const target = await incidents.load(into);
  if (target === undefined || isClosed(target.escalation))
    return noticeView(rich("That incident is over, or there is none of that name. Nothing was merged."));
  const links = await incidents.links(from);
  const moved = await moveIncident(scene, from, { kind: "merge", into }, scene.by);
  if (moved?.advance.kind !== "moved") {
    return moved === undefined ? undefined : wordTo(scene, moved.advance, { kind: "merge", into });
  }
  for (const link of links) await incidents.link({ ...link, incident: into });
  for (const { place, count } of moved.incident.escalation.places)
    await moveIncident(scene, into, { kind: "seen", place, count }, scene.by);
  const text = `${scene.by.name} merged incident ${from} into this one.`;
  await sayInThread(scene, target, text, { people: [], priority: PRIORITY.click });
  return undefined;
}
