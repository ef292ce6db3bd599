import { assertNever } from "../brand.ts";
import { answerPage } from "./answer-page.ts";
import { after, callLevel } from "./call-level.ts";
import type { Escalation, EscalationEffect, EscalationEntry, EscalationEvent } from "./escalation.ts";
import { isClosed } from "./escalation.ts";
import {
  changed,
  type Draft,
  type EscalationAdvance,
  type EscalationContext,
  moved,
  nextRevision,
  noted,
  refused,
  stale,
} from "./escalation-outcome.ts";
import { fireTimer } from "./fire-timer.ts";
import { handOver, merge, setSeverity, sight, split } from "./change-incident.ts";
import { note, remember } from "./remember.ts";

/** What a click, a timer or a pager's answer makes of an escalation. Pure: the same three values give the same answer. */
export function advanceEscalation(
  escalation: Escalation,
  event: EscalationEvent,
  context: EscalationContext,
): EscalationAdvance {
  if (isClosed(escalation) && !isAfterthought(event)) return stale(escalation, closing(escalation));
  switch (event.kind) {
    case "acknowledge":
      return acknowledge(escalation, context);
    case "resolve":
      return resolve(escalation, context);
    case "next-level":
      return callNext(escalation, event.revision, context);
    case "hand-over":
      return handOver(escalation, event.to, context);
    case "severity":
      return setSeverity(escalation, event.to, context);
    case "note":
      return note(escalation, event.text, context);
    case "remember":
      return remember(escalation, event, context);
    case "seen":
      return sight(escalation, event, context);
    case "merge":
      return merge(escalation, event.into, context);
    case "split":
      return split(escalation, event.place, context);
    case "timer":
      return fireTimer(escalation, event.name, context);
    case "page-result":
      return answerPage(escalation, event, context);
  }
  return assertNever(event);
}

/** A note can be added when all is over; pagers still answer then. */
function isAfterthought({ kind }: EscalationEvent): boolean {
  return kind === "note" || kind === "remember" || kind === "page-result";
}

function closing({ timeline }: Escalation): EscalationEntry | undefined {
  return timeline.findLast(({ did }) => did === "resolve" || did === "merge");
}

function acknowledge(escalation: Escalation, context: EscalationContext): EscalationAdvance {
  if (context.by === undefined) return refused(escalation, "nobody");
  if (escalation.state.kind === "acknowledged")
    return stale(
      escalation,
      escalation.timeline.findLast(({ did }) => did === "acknowledge"),
    );
  const { level, round } = "level" in escalation.state ? escalation.state : { level: 0, round: 1 };
  const state = { kind: "acknowledged", level, round, by: context.by, at: context.at } as const;
  return moved(
    settled(nextRevision(escalation), context, {
      state,
      did: "acknowledge",
      text: "acknowledged",
      says: `${context.by.name} is on it.`,
    }),
  );
}

function resolve(escalation: Escalation, context: EscalationContext): EscalationAdvance {
  if (context.by === undefined) return refused(escalation, "nobody");
  const state = { kind: "resolved", by: context.by, at: context.at } as const;
  return moved(
    settled(nextRevision(escalation), context, {
      state,
      did: "resolve",
      text: "resolved",
      says: `${context.by.name} resolved it.`,
    }),
  );
}

type Settlement = {
  readonly state: Escalation["state"];
  readonly did: "acknowledge" | "resolve";
  readonly text: string;
  readonly says: string;
};

/** No more timers, and the pagers that were told hear of it too. */
function settled(one: Draft, context: EscalationContext, { state, did, text, says }: Settlement): Draft {
  const pages = one.escalation.pages.filter(({ status }) => status !== "failed");
  const effects = pages.map(
    ({ key, pager }): EscalationEffect => ({ kind: "page", key, pager, event: did, round: 0, people: [] }),
  );
  return noted(
    changed(one, { state }, { kind: "cancel-timers" }, ...effects, { kind: "tell", text: says, people: [] }),
    context,
    did,
    text,
  );
}

/** Somebody else may have pressed it, or the time was up: what it was offered for is then over. */
function callNext(escalation: Escalation, revision: number, context: EscalationContext): EscalationAdvance {
  const later = escalation.timeline.find((entry) => entry.did === "call" && entry.revision > revision);
  if (later !== undefined || revision > escalation.revision) return stale(escalation, later);
  const one = noted(
    changed(nextRevision(escalation), {}, { kind: "cancel-timers" }),
    context,
    "next-level",
    "asked for the next level",
  );
  if (escalation.state.kind === "held") return moved(callLevel(one, context, { level: 0, round: 1 }));
  if (!("level" in escalation.state)) return stale(escalation);
  return moved(callLevel(one, context, after(escalation.state, context)));
}
