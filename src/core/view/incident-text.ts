import { assertNever } from "../brand.ts";
import type { Escalation, EscalationEntry } from "../escalation/escalation.ts";
import type { EscalationRefusal } from "../escalation/escalation-outcome.ts";
import type { Instant, Responder } from "../resolution/responder.ts";
import { mentionOf } from "./entry-text.ts";
import { rich, shortened, strong, time } from "./rich.ts";
import type { Block, Inline, RichText } from "./view.ts";
import { ago } from "./when.ts";

/** The longest heading that every platform shows whole. */
const LONGEST_TITLE = 140;

const SIGNS = { critical: "[critical]", high: "[high]", low: "[low]" } as const;

type Named = Pick<Escalation, "severity" | "fingerprint" | "title">;

/** What an incident is called: how bad it is, and what broke. */
export function incidentTitle({ severity, fingerprint, title = fingerprint }: Named): string {
  return shortened(`${SIGNS[severity]} ${title.replaceAll(/\s+/g, " ")}`, LONGEST_TITLE);
}

/** How an incident stands, as one sentence. */
export function standingText({ state, called }: Pick<Escalation, "state" | "called">): string {
  switch (state.kind) {
    case "held":
      return "Waiting for the end of quiet hours.";
    case "calling":
      return `Calling level ${state.level + 1}${state.round > 1 ? `, round ${state.round}` : ""}: ${called.map(({ name }) => name).join(", ")}.`;
    case "acknowledged":
      return `${state.by.name} is on it.`;
    case "unanswered":
      return "Everybody was called, and nobody answered.";
    case "resolved":
      return `Resolved by ${state.by.name}.`;
    case "merged":
      return "Merged into another incident.";
  }
  return assertNever(state);
}

/** Who did what and how long ago, for one person's eyes; the clock and the pagers have no name. */
export function incidentEntryText(entry: EscalationEntry, now: Instant): RichText {
  return rich(...doneBy(entry, mentionOf), `, ${ago(entry.at, now)}`);
}

/** The same in a message that stays, with the time as clocks show it. */
export function incidentEntryNote(entry: EscalationEntry): Block {
  return { kind: "note", text: rich(...doneBy(entry, ({ name }) => strong(name)), ", ", time(entry.at)) };
}

function doneBy({ by, text, url }: EscalationEntry, show: (who: Responder) => Inline): RichText {
  const link = url === undefined ? [] : [" ", { kind: "link", text: "message", url } as const];
  return rich(by === undefined ? "" : show(by), by === undefined ? text : ` ${text}`, ...link);
}

export function escalationRefusalText(why: EscalationRefusal): string {
  return REFUSALS[why];
}

const REFUSALS: Readonly<Record<EscalationRefusal, string>> = {
  "no-text": "There is nothing to write down. Say it in a few words.",
  "no-such-place": "The incident was not seen there, so nothing can be split off.",
  "last-place": "This is the only place of the incident: there is nothing to split off.",
  "into-itself": "An incident cannot be merged into itself.",
  nobody: "Only a person can do that.",
};
