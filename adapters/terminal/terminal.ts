import type { Conversation } from "../../src/app/conversation.ts";
import type { Case, CaseId } from "../../src/core/resolution/case.ts";
import type { View } from "../../src/core/view/view.ts";
import type { Keyboard } from "./prompter.ts";

/** What a terminal is made of. `columns` is asked again for every view, because windows change their size. */
export type Terminal = {
  readonly input: Keyboard;
  readonly output: NodeJS.WritableStream;
  /** Whether a person sits at both ends. */
  readonly isTTY: boolean;
  readonly columns: () => number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly conversation: Conversation;
  /** Names what is talked about next. */
  readonly nextCase: () => CaseId;
  /** What the person left in the middle the last time; without it the window begins anew. */
  readonly left?: { readonly case: Case; readonly view: View };
  /** Hears that the person does not want to go on with what was begun. */
  readonly beginAnew?: () => Promise<void>;
};
