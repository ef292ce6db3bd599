import { escalationOfKey } from "../../core/escalation/page-key.ts";
import { moveIncident } from "../incidents/move-incident.ts";
import type { PlatformEvent } from "../platform.ts";
import type { Scene } from "./scene.ts";

/** Somebody answered a page where it rang. If somebody here was faster, nothing is left to do. */
export async function pageAnswered(
  scene: Scene,
  { key, did }: Extract<PlatformEvent, { kind: "page-answered" }>,
): Promise<void> {
  const id = escalationOfKey(key);
  if (id !== undefined) await moveIncident(scene, id, { kind: did }, scene.by);
}
