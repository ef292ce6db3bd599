import { assertNever } from "../brand.ts";
import type { Escalation, EscalationEntry, EscalationState } from "../escalation/escalation.ts";
import { isClosed } from "../escalation/escalation.ts";
import type { HandOff } from "../escalation/hand-off.ts";
import type { Person } from "../escalation/policy.ts";
import type { IncidentAct } from "../resolution/action.ts";
import type { Instant } from "../resolution/responder.ts";
import { button } from "./buttons.ts";
import { handOffBlocks } from "./hand-off-view.ts";
import { buttons, heading, note, plain, rich, shortened, strong } from "./rich.ts";
import type { Block, Button, Inline, Input, View } from "./view.ts";
import { ago } from "./when.ts";

/** The longest heading that every platform shows whole. */
const LONGEST_TITLE = 140;

/** How many lines of history are shown, the latest. */
const MOST_ENTRIES = 5;

/** How a platform names somebody; undefined where it does not know them. */
export type MentionOf = (person: Person) => { readonly user: string; readonly name: string } | undefined;

/** The one message of an incident: how it stands, whom it waits for, the hand-off packet, and what can be done. */
export function incidentView(escalation: Escalation, packet: HandOff, mentionOf: MentionOf, now: Instant): View {
  const title = shortened(`${SIGNS[escalation.severity]} ${packet.fingerprint}`, LONGEST_TITLE);
  const called = escalation.state.kind === "calling" ? escalation.called : [];
  return {
    blocks: [
      heading(title),
      {
        kind: "paragraph",
        text: [
          ...rich(strong(stateText(escalation.state, now))),
          ...called.flatMap((person) => [plain(" "), mention(person, mentionOf)]),
        ],
      },
      ...handOffBlocks(packet, now),
      ...escalation.timeline.slice(-MOST_ENTRIES).map((entry) => historyNote(entry, now)),
      ...actionsOf(escalation),
    ],
    fallback: `${title}: ${stateText(escalation.state, now)}`,
  };
}

const SIGNS = { critical: "[critical]", high: "[high]", low: "[low]" } as const;

function mention(person: Person, mentionOf: MentionOf): Inline {
  const known = mentionOf(person);
  return known === undefined ? plain(person.name) : { kind: "mention", user: known.user, name: known.name };
}

function stateText(state: EscalationState, now: Instant): string {
  switch (state.kind) {
    case "held":
      return "Waiting for the end of quiet hours.";
    case "calling":
      return `Calling level ${state.level + 1}${state.round > 1 ? `, round ${state.round}` : ""}:`;
    case "acknowledged":
      return `${state.by.name} is on it, since ${ago(state.at, now)}.`;
    case "unanswered":
      return "Everybody was called, and nobody answered.";
    case "resolved":
      return `Resolved by ${state.by.name}, ${ago(state.at, now)}.`;
    case "merged":
      return "Merged into another incident.";
  }
  return assertNever(state);
}

function historyNote({ by, text, at }: EscalationEntry, now: Instant): Block {
  return note(by === undefined ? "" : strong(by.name), by === undefined ? text : ` ${text}`, `, ${ago(at, now)}`);
}

/** Acknowledge, Resolve, and the rest behind them; a closed incident takes notes only. */
function actionsOf(escalation: Escalation): readonly Block[] {
  const act = (label: string, what: IncidentAct, extras: Parameters<typeof button>[2] = {}): Button =>
    button(label, { kind: "incident", revision: escalation.revision, act: what, reason: "" }, extras);
  const noteButton = act("Add a note…", "note", { input: input("What should be remembered?") });
  if (isClosed(escalation)) return buttons([noteButton]);
  const visible = [
    ...(escalation.state.kind === "acknowledged" ? [] : [act("Acknowledge", "acknowledge", { style: "primary" })]),
    act("Resolve", "resolve", {
      confirm: {
        title: "Resolve?",
        text: "This ends the incident for everybody, and on the pagers.",
        yes: "Resolve",
        no: "Not yet",
      },
    }),
  ];
  return buttons(visible, [
    act("Hand over…", "hand-over", { input: input("To whom? Their name or id in oncall.yaml") }),
    act("Next level now", "next-level", {
      confirm: {
        title: "Call the next level?",
        text: "This calls more people at once.",
        yes: "Call them",
        no: "Not yet",
      },
    }),
    act("Change severity…", "severity", { input: input("critical, high or low", escalation.severity) }),
    noteButton,
  ]);
}

function input(label: string, initial = ""): Input {
  return { label, required: true, initial };
}
