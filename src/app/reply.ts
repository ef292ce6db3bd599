import type { Case } from "../core/resolution/case.ts";
import type { Effect } from "../core/resolution/outcome.ts";
import type { View } from "../core/view/view.ts";

/** What the bot says to something that was said or clicked. */
export type Reply =
  | { readonly kind: "silent" }
  /** The one message of the case: posted when it is the first, edited in place afterwards. */
  | {
      readonly kind: "message";
      readonly view: View;
      readonly case: Case;
      readonly found: boolean;
      readonly effects: readonly Effect[];
      /** The same was said here before, and nothing has changed. */
      readonly isAgain?: true;
      /** For the asker alone, beside it. */
      readonly also?: View;
    }
  /** A word to the asker alone; the case's message stays as it is. `found`: the asker got what was asked for. */
  | { readonly kind: "aside"; readonly view: View; readonly found: boolean };

export function aside(view: View, found = true): Reply {
  return { kind: "aside", view, found };
}
