import type { Brand } from "../brand.ts";
import type { CaseId } from "../resolution/case.ts";
import type { Origin } from "../resolution/origin.ts";
import type { Deed, Instant, Responder } from "../resolution/responder.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Person, PolicyId, Severity } from "./policy.ts";

/** Names one escalation, everywhere: short enough to be read out on the telephone. */
export type EscalationId = Brand<string, "EscalationId">;

/** A case that was handed to the people on call. Plain data: a store keeps it as JSON. */
export type Escalation = {
  readonly id: EscalationId;
  readonly case: CaseId;
  readonly fingerprint: Fingerprint;
  /** What a person would call it. Incidents of an earlier release have none. */
  readonly title?: string;
  readonly severity: Severity;
  readonly policy: PolicyId;
  readonly reason: string;
  readonly opened: Deed;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly state: EscalationState;
  /** Who was called last. */
  readonly called: readonly Person[];
  readonly pages: readonly Page[];
  /** Where the same error was seen, and how often. */
  readonly places: readonly Sighting[];
  /** What happened, oldest first. Only ever appended to. */
  readonly timeline: readonly EscalationEntry[];
};

/** `level` counts from 0, `round` from 1. */
export type EscalationState =
  /** Quiet hours: nobody is called before. */
  | { readonly kind: "held"; readonly until: Instant }
  /** These people were called; without an answer the next ones are. */
  | { readonly kind: "calling"; readonly level: number; readonly round: number; readonly until: Instant }
  | {
      readonly kind: "acknowledged";
      readonly level: number;
      readonly round: number;
      readonly by: Responder;
      readonly at: Instant;
    }
  /** Everybody was called, and nobody answered. It can still be acknowledged. */
  | { readonly kind: "unanswered"; readonly level: number; readonly round: number; readonly at: Instant }
  | { readonly kind: "resolved"; readonly by: Responder; readonly at: Instant }
  | { readonly kind: "merged"; readonly into: EscalationId; readonly at: Instant };

/** One pager told about one level. `late`: not confirmed within 15 s, and still tried. */
export type Page = {
  /** The service's dedup key: one for each escalation and level. */
  readonly key: string;
  readonly pager: string;
  readonly level: number;
  readonly status: "pending" | "late" | "paged" | "failed";
};

export type Sighting = { readonly place: string; readonly count: number };

/** One change of the escalation: it made this revision. Without `by`, the clock or a pager did it. */
export type EscalationEntry = {
  readonly revision: number;
  readonly at: Instant;
  readonly by: Responder | undefined;
  /** Where a person did it. */
  readonly from?: Origin | undefined;
  readonly did: EscalationEvent["kind"] | "open" | "call";
  readonly text: string;
  /** The message that it tells of, where it tells of one. */
  readonly message?: string;
  readonly url?: string | undefined;
};

/** What can happen to an escalation. */
export type EscalationEvent =
  | { readonly kind: "acknowledge" }
  | { readonly kind: "resolve" }
  /** Call the next level now. `revision` is that of the message that offered it, so that a hundred clicks call once. */
  | { readonly kind: "next-level"; readonly revision: number }
  | { readonly kind: "hand-over"; readonly to: Person }
  | { readonly kind: "severity"; readonly to: Severity }
  | { readonly kind: "note"; readonly text: string }
  /** Somebody's message is worth remembering; `message` is its name, and nothing is remembered twice. */
  | {
      readonly kind: "remember";
      readonly text: string;
      readonly author: string;
      readonly message: string;
      readonly url: string | undefined;
    }
  /** The same error again, there or elsewhere. */
  | { readonly kind: "seen"; readonly place: string; readonly count: number }
  | { readonly kind: "merge"; readonly into: EscalationId }
  | { readonly kind: "split"; readonly place: string }
  | { readonly kind: "timer"; readonly name: string }
  | { readonly kind: "page-result"; readonly key: string; readonly pager: string; readonly result: PageResult };

/** What a pager said in the end. */
export type PageResult =
  | { readonly kind: "paged" }
  | { readonly kind: "failed"; readonly why: string; readonly advice: string };

/** What the world is asked to do. */
export type EscalationEffect =
  /** Post the incident's message, or edit the one there is. */
  | { readonly kind: "show" }
  /** A line in the incident's thread; the people are mentioned by their ids. */
  | { readonly kind: "tell"; readonly text: string; readonly people: readonly Person[] }
  | { readonly kind: "direct"; readonly to: Person }
  /** In order for each key. `round` makes a repeated trigger another one. */
  | {
      readonly kind: "page";
      readonly key: string;
      readonly pager: string;
      readonly event: "trigger" | "acknowledge" | "resolve";
      readonly round: number;
      readonly people: readonly Person[];
    }
  | { readonly kind: "timer"; readonly name: string; readonly at: Instant }
  | { readonly kind: "cancel-timers" }
  /** Another escalation begins: this place was split off. */
  | { readonly kind: "open"; readonly place: Sighting };

/** Nothing can happen to it any more. */
export function isClosed({ state }: Escalation): boolean {
  return state.kind === "resolved" || state.kind === "merged";
}
