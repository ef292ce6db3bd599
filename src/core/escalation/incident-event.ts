import type { Action } from "../resolution/action.ts";
import type { EscalationEvent } from "./escalation.ts";
import { isEscalationId } from "./ids.ts";
import { type Person, SEVERITIES } from "./policy.ts";

type IncidentAction = Extract<Action, { kind: "incident" }>;

/** What a button's action means for the escalation, with what was typed; undefined where that names nothing. */
export function incidentEvent(
  { act, reason, revision }: IncidentAction,
  people: readonly Person[],
): EscalationEvent | undefined {
  const typed = reason.trim();
  switch (act) {
    case "acknowledge":
    case "resolve":
      return { kind: act };
    case "next-level":
      return { kind: act, revision };
    case "note":
      return { kind: act, text: typed };
    case "merge":
      return isEscalationId(typed) ? { kind: act, into: typed } : undefined;
    case "split":
      return { kind: act, place: typed };
    case "severity": {
      const to = SEVERITIES.find((severity) => severity === typed.toLowerCase());
      return to === undefined ? undefined : { kind: act, to };
    }
    case "hand-over": {
      const to = people.find(({ id, name, slack, discord }) =>
        [id, name.toLowerCase(), slack?.toLowerCase(), discord].includes(typed.replace(/^@/, "").toLowerCase()),
      );
      return to === undefined ? undefined : { kind: act, to };
    }
  }
}
