import { named, type NameOf } from "../resolution/with-names.ts";
import type { Escalation, EscalationEntry, EscalationState } from "./escalation.ts";

/** The escalation with the names of those of whom a platform told no more than an id when they did something. */
export function escalationWithNames(escalation: Escalation, nameOf: NameOf): Escalation {
  const { opened, state, timeline } = escalation;
  return {
    ...escalation,
    opened: { ...opened, by: named(opened.by, nameOf) },
    state: stateWithName(state, nameOf),
    timeline: timeline.map((entry) => incidentEntryWithName(entry, nameOf)),
  };
}

function stateWithName(state: EscalationState, nameOf: NameOf): EscalationState {
  return "by" in state ? { ...state, by: named(state.by, nameOf) } : state;
}

export function incidentEntryWithName(entry: EscalationEntry, nameOf: NameOf): EscalationEntry {
  return entry.by === undefined ? entry : { ...entry, by: named(entry.by, nameOf) };
}
