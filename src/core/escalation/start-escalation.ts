import type { CaseId } from "../resolution/case.ts";
import type { Responder } from "../resolution/responder.ts";
import { redact } from "../redaction/redact.ts";
import { beginCalling } from "./call-level.ts";
import { type Escalation, type EscalationId, isClosed } from "./escalation.ts";
import { draft, type EscalationAdvance, type EscalationContext, moved, noted } from "./escalation-outcome.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Severity } from "./policy.ts";

/** What is known when somebody, or an exhausted run, asks for help. */
export type EscalationWish = {
  readonly id: EscalationId;
  readonly case: CaseId;
  readonly fingerprint: Fingerprint;
  readonly title: string;
  readonly severity: Severity | undefined;
  readonly reason: string;
  /** Where it was seen, as people call the place. */
  readonly place: string;
  readonly by: Responder;
};

/** Opens an escalation and calls its first level, or holds it until quiet hours end. */
export function startEscalation(wish: EscalationWish, context: EscalationContext): EscalationAdvance {
  const { by, place, ...wished } = wish;
  const facts = {
    ...wished,
    reason: redact(wish.reason).text,
    fingerprint: redact(wish.fingerprint).text,
    title: redact(wish.title).text,
  };
  const escalation: Escalation = {
    ...facts,
    severity: wish.severity ?? context.policy.severity,
    policy: context.policy.id,
    opened: { by, at: context.at },
    revision: 1,
    state: { kind: "held", until: context.at },
    called: [],
    pages: [],
    places: [{ place, count: 1 }],
    timeline: [],
  };
  const reason = facts.reason === "" ? "" : `: ${facts.reason}`;
  return moved(
    beginCalling(noted(draft(escalation), { ...context, by }, "open", `asked for help${reason}`), {
      ...context,
      by: undefined,
    }),
  );
}

/** The open incident that the same error joins; `known` are those of one tenant only. */
export function incidentFor(known: readonly Escalation[], fingerprint: Fingerprint): Escalation | undefined {
  return known.find((one) => !isClosed(one) && one.fingerprint === fingerprint);
}
