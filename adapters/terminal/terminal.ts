import type { Conversation } from "../../src/app/conversation.ts";
import type { Case } from "../../src/core/resolution/case.ts";
import type { Reply } from "../../src/app/reply.ts";
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
  /** Where the person left off the last time; without it every window begins anew. */
  readonly left?: { readonly latest: Case | undefined; readonly reply: Reply };
};
