import type { Article, ArticleId, StepId } from "../kb/article.ts";
import type { Action } from "../resolution/action.ts";
import type { Case } from "../resolution/case.ts";
import { shortened } from "./rich.ts";
import type { Button } from "./view.ts";

/** The longest label Slack takes: {@link https://docs.slack.dev/reference/block-kit/block-elements/button-element} */
const LONGEST_LABEL = 75;

/** A button that acts at once; the extras make it stand out, ask first or take input. */
export function button(label: string, action: Action, extras: Partial<Omit<Button, "label" | "action">> = {}): Button {
  return {
    label: shortened(label, LONGEST_LABEL),
    action,
    style: "plain",
    confirm: undefined,
    input: undefined,
    ...extras,
  };
}

export function startButton(known: Case, article: ArticleId, label = "Start"): Button {
  return button(label, { kind: "open", article, revision: known.revision });
}

export function showButton(article: ArticleId, label = "Read it"): Button {
  return button(label, { kind: "show", article });
}

/** Works through the article where it has steps, else shows it. */
export function wayIn(known: Case, article: Article): Button {
  const way = article.steps.length > 0 ? startButton(known, article.id) : showButton(article.id);
  return { ...way, style: "primary" };
}

/** Asks who is to see to it: to the step where one is named, else to the case. */
export function assignButton(known: Case, of?: StepId): Button {
  const input = { label: of === undefined ? "Who takes it?" : "Who does this step?", required: true, initial: "" };
  return button(
    "Assign to…",
    { kind: "assign", revision: known.revision, person: "", ...(of === undefined ? {} : { of }) },
    { input: { ...input, isPerson: true } },
  );
}

/** Nothing where help was asked for already. */
export function escalateButtons(known: Case, style: Button["style"] = "plain"): readonly Button[] {
  if (known.escalation !== undefined) return [];
  return [
    button(
      "Escalate…",
      { kind: "escalate", revision: known.revision, reason: "" },
      {
        style,
        confirm: {
          title: "Escalate?",
          text: "This calls the people on call, with everything that was tried.",
          yes: "Escalate",
          no: "Not yet",
        },
        input: { label: "What should they know?", required: false, initial: "" },
      },
    ),
  ];
}
