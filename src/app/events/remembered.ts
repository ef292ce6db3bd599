import type { Responder } from "../../core/resolution/responder.ts";
import { moveIncident } from "../incidents/move-incident.ts";
import { idOn } from "../incidents/plan.ts";
import { refusal } from "../may.ts";
import { platformNamed } from "../parts.ts";
import type { PlatformEvent } from "../platform.ts";
import { caseAskedAbout } from "./locate.ts";
import { mayIn, type Scene } from "./scene.ts";
import { say, tell } from "./show.ts";

type Remembered = Extract<PlatformEvent, { kind: "remembered" }>;

/** Somebody wants a message in the incident's history. A sign may mean many things, so it is never answered. */
export async function remembered(scene: Scene, event: Remembered): Promise<void> {
  const { id } = await caseAskedAbout(scene, event.message);
  const denied = refusal(mayIn(scene), "note");
  if (denied !== undefined)
    return event.by === "sign" ? undefined : tell(scene, denied, { known: { id }, answer: event.answer });
  const incident = await scene.tx.incidents(scene.tenant).ofCase(id);
  const word = incident === undefined ? NO_INCIDENT : await remember(scene, incident, event);
  if (event.by === "menu") await say(scene, word, event.answer);
}

const NO_INCIDENT = "There is no incident in this thread, so nothing was added. Press Escalate first.";

async function remember(
  scene: Scene,
  incident: Parameters<typeof moveIncident>[1],
  { message, text, author }: Remembered,
): Promise<string> {
  const { parts, place } = scene;
  const url = platformNamed(parts, place.platform)?.linkTo?.(place.tenant, message);
  const name = `${message.channel}/${message.message}`;
  const what = { kind: "remember", text, author: nameOf(scene, author), message: name, url } as const;
  const moved = await moveIncident(scene, incident, what, scene.by);
  if (moved === undefined) return NO_INCIDENT;
  if (moved.advance.kind === "moved") return "It is in the incident's timeline now.";
  return moved.advance.kind === "stale" ? "It is in the timeline already." : "There is no text in it to be added.";
}

/** The people of the plan by their names there: a platform may tell no more than an id. */
function nameOf({ parts, place }: Scene, { id, name }: Responder): string {
  const known = parts.oncall?.()?.people.find((person) => idOn(place.platform, person) === id);
  return known?.name ?? name;
}
