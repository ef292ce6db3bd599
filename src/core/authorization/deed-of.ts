import { assertNever } from "../brand.ts";
import type { Action } from "../resolution/action.ts";
import type { Deed } from "./authorize.ts";

/** What a button, a word or a form asks for, in terms of authorization: one answer for all three. */
export function deedOf(action: Action): Deed {
  switch (action.kind) {
    case "show":
    case "show-all":
      return "look";
    case "share":
      return "share";
    case "escalate":
      return "escalate";
    case "incident":
      return action.act;
    case "assign":
    case "open":
    case "answer":
    case "none":
    case "fixed":
    case "not-fixed":
    case "abandon":
    case "done":
    case "failed":
    case "skip":
    case "not-applicable":
    case "back":
    case "check":
    case "confirm":
    case "cancel":
    case "fill":
      return "work";
  }
  return assertNever(action);
}
