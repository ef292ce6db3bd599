import type { EscalationEvent } from "../../core/escalation/escalation.ts";
import type { EscalationAdvance } from "../../core/escalation/escalation-outcome.ts";
import { incidentEvent } from "../../core/escalation/incident-event.ts";
import type { Action } from "../../core/resolution/action.ts";
import { escalationRefusalText, incidentEntryText } from "../../core/view/incident-text.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import type { Scene } from "../events/scene.ts";
import { say, tell } from "../events/show.ts";
import type { AnswerHandle } from "../platform.ts";
import type { Offer } from "../store.ts";
import { mergeInto } from "./merge-into.ts";
import { moveIncident } from "./move-incident.ts";

export type Pressed = {
  readonly offer: Pick<Offer, "case" | "incident">;
  readonly action: Extract<Action, { kind: "incident" }>;
  readonly answer: AnswerHandle | undefined;
};

/** A button of an incident. One click wins; everybody else is told who was faster. */
export async function actOnIncident(scene: Scene, { offer, action, answer }: Pressed): Promise<void> {
  const event = incidentEvent(action, scene.parts.oncall?.()?.people ?? []);
  if (offer.incident === undefined) return say(scene, GONE, answer);
  if (event === undefined) return say(scene, unknownText(action), answer);
  if (event.kind === "merge") {
    const why = await mergeInto(scene, offer.incident, event.into);
    return why === undefined ? undefined : tell(scene, why, { known: { id: offer.case }, answer });
  }
  const moved = await moveIncident(scene, offer.incident, event, scene.by);
  if (moved === undefined) return say(scene, GONE, answer);
  const view = wordTo(scene, moved.advance, event);
  if (view !== undefined) await tell(scene, view, { known: { id: offer.case }, answer });
}

const GONE = "This incident is not kept any more. Paste the error again to begin anew.";

function unknownText({ act, reason }: Pressed["action"]): string {
  if (act === "hand-over")
    return `Nobody in oncall.yaml is called “${reason.trim()}”. Type a name or an id from there.`;
  return "That names nothing here. Choose one of the buttons.";
}

/** What the incident's message does not say itself; undefined where it says all. */
export function wordTo(
  { now }: Pick<Scene, "now">,
  advance: EscalationAdvance,
  event: EscalationEvent,
): View | undefined {
  switch (advance.kind) {
    case "moved":
      return event.kind === "note" ? noticeView(rich("Written down.")) : undefined;
    case "refused":
      return noticeView(rich(escalationRefusalText(advance.why)));
    case "stale": {
      const { overtakenBy } = advance;
      if (overtakenBy === undefined) return noticeView(rich("This button is out of date. Nothing was changed."));
      return noticeView([...incidentEntryText(overtakenBy, now), ...rich(". Your click changed nothing.")]);
    }
  }
}
