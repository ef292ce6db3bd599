import type { Escalation, EscalationEntry, EscalationId } from "../../core/escalation/escalation.ts";
import type { Fingerprint } from "../../core/escalation/fingerprint.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import type { Place } from "../platform.ts";

/** An escalation, and where people follow it. */
export type Incident = {
  readonly escalation: Escalation;
  /** Where its message goes when it is posted. */
  readonly home: { readonly place: Place; readonly replyTo: string | undefined };
  /** Errors with this fingerprint join it; undefined where none does. At most one open incident of a tenant has it. */
  readonly joins: Fingerprint | undefined;
};

/** A case that belongs to an incident; `place` is how the incident counts it. */
export type Link = { readonly case: CaseId; readonly incident: EscalationId; readonly place: string };

/** Keeps the incidents of one tenant. */
export type Incidents = {
  readonly load: (id: EscalationId) => Promise<Incident | undefined>;
  /**
   * Writes if the stored one still has the revision `expected`; 0 stands for "none is stored yet". A new one is
   * overtaken, too, where another open incident has its fingerprint. Its case must be saved before.
   */
  readonly save: (next: Incident, expected: number) => Promise<"saved" | "overtaken">;
  readonly openWith: (fingerprint: Fingerprint) => Promise<EscalationId | undefined>;
  /** The one that a case belongs to, or did last. */
  readonly ofCase: (id: CaseId) => Promise<EscalationId | undefined>;
  /** What is open, the one that was touched last first. */
  readonly open: (most: number) => Promise<readonly Incident[]>;
  /** From now on the case belongs to this one. */
  readonly link: (link: Link) => Promise<void>;
  readonly links: (id: EscalationId) => Promise<readonly Link[]>;
  /** What happened, oldest first; it is only ever appended to. */
  readonly timeline: (id: EscalationId) => Promise<readonly EscalationEntry[]>;
};
