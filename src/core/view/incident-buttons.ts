import type { Escalation } from "../escalation/escalation.ts";
import { isClosed } from "../escalation/escalation.ts";
import { SEVERITIES } from "../escalation/policy.ts";
import type { IncidentAct } from "../resolution/action.ts";
import { button } from "./buttons.ts";
import { buttons } from "./rich.ts";
import type { Block, Button, Input } from "./view.ts";

/** What else can be done with an incident: others it may be part of, and places it can be without. */
export type Choices = {
  readonly others: readonly { readonly id: string; readonly title: string }[];
  readonly places: readonly { readonly place: string; readonly name: string }[];
};

/** Acknowledge, Resolve, and the rest behind them; a closed incident takes notes only. */
export function incidentButtons(escalation: Escalation, choices: Choices): readonly Block[] {
  const { isOpen, isTaken } = standingOf(escalation);
  if (!isOpen) return buttons([noteButton(escalation)]);
  const visible = [...(isTaken ? [] : [acknowledgeButton(escalation)]), resolveButton(escalation)];
  return buttons(visible, [...callButtons(escalation), noteButton(escalation), ...placeButtons(escalation, choices)]);
}

/** In a direct message: the one thing to do next. */
export function directButtons(escalation: Escalation): readonly Block[] {
  const { isOpen, isTaken } = standingOf(escalation);
  if (!isOpen) return [];
  return buttons([isTaken ? resolveButton(escalation) : acknowledgeButton(escalation)]);
}

function standingOf(escalation: Escalation): { readonly isOpen: boolean; readonly isTaken: boolean } {
  return { isOpen: !isClosed(escalation), isTaken: escalation.state.kind === "acknowledged" };
}

function acknowledgeButton(escalation: Escalation): Button {
  return act(escalation, "Acknowledge", "acknowledge", "", { style: "primary" });
}

function resolveButton(escalation: Escalation): Button {
  const text = "This ends the incident for everybody, and on the pagers.";
  return act(escalation, "Resolve", "resolve", "", {
    confirm: { title: "Resolve?", text, yes: "Resolve", no: "Not yet" },
  });
}

function noteButton(escalation: Escalation): Button {
  return act(escalation, "Add a note…", "note", "", { input: input("What should be remembered?") });
}

function callButtons(escalation: Escalation): readonly Button[] {
  const text = "This calls more people at once.";
  const confirm = { title: "Call the next level?", text, yes: "Call them", no: "Not yet" };
  return [
    act(escalation, "Hand over…", "hand-over", "", { input: input("To whom? Their name or id in oncall.yaml") }),
    act(escalation, "Next level now", "next-level", "", { confirm }),
    ...SEVERITIES.filter((severity) => severity !== escalation.severity).map((severity) =>
      act(escalation, `Severity: ${severity}`, "severity", severity),
    ),
  ];
}

function placeButtons(escalation: Escalation, { others, places }: Choices): readonly Button[] {
  return [
    ...places.map(({ place, name }) => act(escalation, `Split off ${name}`, "split", place)),
    ...others.map(({ id, title }) =>
      act(escalation, `Merge into ${title}`, "merge", id, {
        confirm: {
          title: "Merge?",
          text: "This incident ends here and goes on in the other one.",
          yes: "Merge",
          no: "Not yet",
        },
      }),
    ),
  ];
}

type Extras = Parameters<typeof button>[2];

function act({ revision }: Escalation, label: string, what: IncidentAct, reason: string, extras: Extras = {}): Button {
  return button(label, { kind: "incident", revision, act: what, reason }, extras);
}

function input(label: string): Input {
  return { label, required: true, initial: "" };
}
