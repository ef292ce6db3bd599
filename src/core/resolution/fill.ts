import type { Article, Step } from "../kb/article.ts";
import { placeholdersOf } from "../kb/placeholders.ts";
import type { StepAction } from "./action.ts";
import type { Place } from "./place.ts";
import { type Advance, refused } from "./outcome.ts";
import type { PlaceholderValue } from "./run.ts";
import { runOn } from "./run-on.ts";

/** A Windows path may have 32,767 characters; nobody types one that is longer than this. */
const LONGEST_VALUE = 1_000;

/** Control, format (bidirectional, zero-width), surrogate, private and line-separating characters: unseen in a command. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The value stands in every command of the run from now on. */
export function fillPlaceholder(place: Place, action: Extract<StepAction, { kind: "fill" }>): Advance {
  const value = action.value.trim();
  if (!isFillable(place.article, action.name) || !isFit(value)) {
    return refused(place.known, { kind: "bad-value", name: action.name });
  }
  const others = place.run.values.filter(({ name }) => name !== action.name);
  const run = { ...place.run, values: [...others, { name: action.name, value }] };
  return runOn(place.known, place.context, { run, did: { ...action, value }, about: action.name, offers: "same" });
}

/** The placeholders of the step's commands, each once. */
export function placeholdersOfStep(step: Step): readonly string[] {
  return [...new Set(step.commands.flatMap((command) => placeholdersOf(command.text)))];
}

/** The command with what is known of its placeholders. The others stay as they are. */
export function filled(command: string, values: readonly PlaceholderValue[]): string {
  return values.reduce((text, { name, value }) => text.replaceAll(`<${name}>`, () => value), command);
}

function isFillable(article: Article, name: string): boolean {
  return article.steps.some((step) => placeholdersOfStep(step).includes(name));
}

function isFit(value: string): boolean {
  return value !== "" && value.length <= LONGEST_VALUE && !UNSEEN.test(value);
}
