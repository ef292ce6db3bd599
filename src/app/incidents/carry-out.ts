import { assertNever } from "../../core/brand.ts";
import { type Escalation, type EscalationEffect, isClosed } from "../../core/escalation/escalation.ts";
import type { Desk } from "../events/scene.ts";
import { PRIORITY } from "../store.ts";
import { callDirectly } from "./call-directly.ts";
import type { Incident } from "./incident.ts";
import { sayInThread } from "./line.ts";
import { openElsewhere } from "./open-elsewhere.ts";
import { addPage } from "./page.ts";
import { relieveCases } from "./relieve-cases.ts";
import { showIncident } from "./show-incident.ts";
import { timersOf, timerFor } from "./timers.ts";

/** An incident that was changed, and what the world is asked to do about it. `before` is undefined for a new one. */
export type Turn = {
  readonly before: Escalation | undefined;
  readonly incident: Incident;
  readonly effects: readonly EscalationEffect[];
};

/** Does what the change asks for: the incident is shown first, so that everything else has a thread to go to. */
export async function carryOut(desk: Desk, { before, incident, effects }: Turn): Promise<void> {
  const isEnding = isClosed(incident.escalation) && (before === undefined || !isClosed(before));
  if (isEnding) await relieveCases(desk, incident);
  await showIncident(desk, incident, before);
  for (const effect of effects) await carryOutOne(desk, incident, effect);
}

async function carryOutOne(desk: Desk, incident: Incident, effect: EscalationEffect): Promise<void> {
  const { tx, tenant } = desk;
  switch (effect.kind) {
    case "show":
      return;
    case "tell":
      return sayInThread(desk, incident, effect.text, { people: effect.people, priority: PRIORITY.page });
    case "direct":
      return callDirectly(desk, incident, effect.to);
    case "page":
      return addPage(desk, incident, effect);
    case "timer":
      return tx.inbox.schedule(timerFor(tenant, incident.escalation, effect));
    case "cancel-timers":
      return tx.inbox.cancelAll(timersOf(tenant, incident.escalation));
    case "open":
      return openElsewhere(desk, incident, effect.place);
  }
  return assertNever(effect);
}
