import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { Person } from "../../core/escalation/policy.ts";
import { lineView } from "../../core/view/line-view.ts";
import type { Desk } from "../events/scene.ts";
import { newName } from "../names.ts";
import type { Priority } from "../store.ts";
import type { Incident } from "./incident.ts";
import { mentionOn } from "./plan.ts";

type Manner = { readonly people: readonly Person[]; readonly priority: Priority };

/** A line in the incident's thread. People are mentioned by their ids; nothing else in the text can call anybody. */
export async function sayInThread(
  desk: Desk,
  { escalation: { id }, home: { place } }: Incident,
  text: string,
  { people, priority }: Manner,
): Promise<void> {
  const view = lineView(text, people, mentionOn(place.platform));
  const { tx, tenant, now } = desk;
  const order = { kind: "line", key: newName(desk.parts.random), incident: id, shown: { view, offer: "" } } as const;
  await tx.outbox.add({ tenant, subject: linesOf(id), place, priority, order, asker: undefined, at: now });
}

/** The lines of an incident are sent one after the other. */
function linesOf(id: EscalationId): string {
  return `lines/${id}`;
}

/** Lines that waited for the incident's message can go now. */
export async function sendLines({ tx, tenant }: Desk, id: EscalationId): Promise<void> {
  await tx.outbox.hasten(tenant, linesOf(id));
}
