import type { EscalationEffect } from "../../core/escalation/escalation.ts";
import { handOffText } from "../../core/escalation/hand-off-text.ts";
import { redact } from "../../core/redaction/redact.ts";
import { shortened } from "../../core/view/rich.ts";
import type { Desk } from "../events/scene.ts";
import type { Incident } from "./incident.ts";
import { packetOf } from "./packet.ts";

/** One line on a telephone's screen (UTF-16 units). */
const LONGEST_SUMMARY = 200;

type Page = Extract<EscalationEffect, { kind: "page" }>;

/** Puts down what a pager is to be told. Whoever sends it looks first whether it is still wanted. */
export async function addPage(
  desk: Desk,
  incident: Incident,
  { key, pager, event, round, people }: Page,
): Promise<void> {
  const { id, severity } = incident.escalation;
  const packet = await packetOf(desk, incident);
  const [first] = packet.seen;
  await desk.tx.pages.add({
    tenant: desk.tenant,
    incident: id,
    pager,
    paging: {
      key,
      event,
      round,
      severity,
      summary: shortened(redact(withReason(incident.escalation)).text, LONGEST_SUMMARY),
      details: handOffText(packet),
      source: first?.name ?? first?.place ?? "kms",
      emails: people.flatMap(({ email }) => (email === undefined ? [] : [email])),
      at: desk.now,
    },
  });
}

function withReason({ fingerprint, title = fingerprint, reason }: Incident["escalation"]): string {
  return reason === "" || title === reason ? title : `${title}: ${reason}`;
}
