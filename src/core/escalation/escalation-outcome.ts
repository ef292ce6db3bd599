import type { Origin } from "../resolution/origin.ts";
import type { Instant, Responder } from "../resolution/responder.ts";
import type { Escalation, EscalationEffect, EscalationEntry } from "./escalation.ts";
import type { Level, Person, Policy } from "./policy.ts";

/** What an event came to. Only `moved` has a new escalation. */
export type EscalationAdvance =
  | { readonly kind: "moved"; readonly escalation: Escalation; readonly effects: readonly EscalationEffect[] }
  /** It came too late or twice. `overtakenBy` says who was faster, where somebody was. */
  | { readonly kind: "stale"; readonly escalation: Escalation; readonly overtakenBy: EscalationEntry | undefined }
  | { readonly kind: "refused"; readonly escalation: Escalation; readonly why: EscalationRefusal };

export type EscalationRefusal = "no-text" | "no-such-place" | "last-place" | "into-itself" | "nobody";

/** Who acts (undefined: the clock or a pager), when and from where, and by which policy. */
export type EscalationContext = {
  readonly at: Instant;
  readonly by: Responder | undefined;
  readonly from?: Origin | undefined;
  readonly policy: Policy;
  /** Whom a level calls at a time. */
  readonly peopleOf: (level: Level, at: Instant) => readonly Person[];
};

/** An escalation on its way through one event, and what the world will be asked to do. */
export type Draft = { readonly escalation: Escalation; readonly effects: readonly EscalationEffect[] };

export function draft(escalation: Escalation): Draft {
  return { escalation, effects: [] };
}

/** The draft with a change and more effects. */
export function changed(
  { escalation, effects }: Draft,
  change: Partial<Escalation>,
  ...more: readonly EscalationEffect[]
): Draft {
  return { escalation: { ...escalation, ...change }, effects: [...effects, ...more] };
}

/** The draft with one more line in its history. */
export function noted(
  { escalation, effects }: Draft,
  { at, by, from }: EscalationContext,
  did: EscalationEntry["did"],
  text: string,
): Draft {
  const where = by === undefined ? undefined : from;
  const entry: EscalationEntry = { revision: escalation.revision, at, by, from: where, did, text };
  return { escalation: { ...escalation, timeline: [...escalation.timeline, entry] }, effects };
}

/** The next revision, to be changed. */
export function nextRevision(escalation: Escalation): Draft {
  return draft({ ...escalation, revision: escalation.revision + 1 });
}

/** The draft as an outcome; the incident's message is shown anew, once. */
export function moved({ escalation, effects }: Draft): EscalationAdvance {
  return { kind: "moved", escalation, effects: [...effects, { kind: "show" }] };
}

export function stale(escalation: Escalation, overtakenBy?: EscalationEntry): EscalationAdvance {
  return { kind: "stale", escalation, overtakenBy };
}

export function refused(escalation: Escalation, why: EscalationRefusal): EscalationAdvance {
  return { kind: "refused", escalation, why };
}
