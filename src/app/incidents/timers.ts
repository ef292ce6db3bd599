import type { Escalation, EscalationEffect, EscalationId } from "../../core/escalation/escalation.ts";
import { isEscalationId } from "../../core/escalation/ids.ts";
import type { TenantKey } from "../names.ts";
import type { Timer } from "../store.ts";

const INCIDENT = "incident";

/** A timer of an incident as the store keeps it. The revision makes one that is set again another one. */
export function timerFor(
  tenant: TenantKey,
  { id, revision }: Escalation,
  { name, at }: Extract<EscalationEffect, { kind: "timer" }>,
): Timer {
  return { tenant, name: `${INCIDENT} ${id} ${revision} ${name}`, due: at };
}

/** All timers of an incident. */
export function timersOf(
  tenant: TenantKey,
  { id }: Escalation,
): { readonly tenant: TenantKey; readonly prefix: string } {
  return { tenant, prefix: `${INCIDENT} ${id} ` };
}

/** Whose timer it is, and what it is called there; undefined for the timers of others. */
export function readTimer(name: string): { readonly id: EscalationId; readonly name: string } | undefined {
  const [, id = "", own = ""] = /^incident (\S+) \d+ (.+)$/s.exec(name) ?? [];
  return isEscalationId(id) ? { id, name: own } : undefined;
}
