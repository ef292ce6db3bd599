import type { Button } from "../../src/core/view/view.ts";
import { type Key, MORE } from "./keys.ts";

/** What the person at the keyboard means. */
export type Said =
  | { readonly kind: "nothing" }
  | { readonly kind: "quit" }
  /** Leave this error and begin with another. */
  | { readonly kind: "new" }
  | { readonly kind: "more" }
  | { readonly kind: "press"; readonly button: Button }
  /** A letter or digit that is no key of what is shown. */
  | { readonly kind: "no-key"; readonly typed: string }
  | { readonly kind: "text"; readonly text: string };

const QUIT_WORDS = new Set(["quit", "exit", "q", ":q", "bye"]);

/** A typed line or a paste. A button is pressed by its key or by its name; what is no button and no word of ours is text. */
export function readInput(text: string, keys: readonly Key[]): Said {
  const typed = text.trim().toLowerCase();
  if (typed === "") return { kind: "nothing" };
  if (QUIT_WORDS.has(typed)) return { kind: "quit" };
  if (typed === "new") return { kind: "new" };
  if ((typed === MORE || typed === "more") && keys.some((key) => key.isBehind)) return { kind: "more" };
  const pressed = keys.find(({ key, button }) => key === typed || nameOf(button) === typed);
  if (pressed !== undefined) return { kind: "press", button: pressed.button };
  return /^[a-z0-9]$/.test(typed) ? { kind: "no-key", typed } : { kind: "text", text };
}

/** Whether "are you sure?" was answered with yes; anything else is a no. */
export function isYes(text: string, yes: string): boolean {
  return ["y", "yes", yes.toLowerCase()].includes(text.trim().toLowerCase());
}

function nameOf(button: Button): string {
  return button.label.replace(/…$/, "").toLowerCase();
}
