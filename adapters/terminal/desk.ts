import type { Conversation } from "../../src/app/conversation.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";
import type { Paper } from "./paper.ts";
import type { Prompter } from "./prompter.ts";
import type { Terminal } from "./terminal.ts";

/** What a session needs: somebody to talk to, a keyboard, and a place to write. */
export type Desk = {
  readonly conversation: Conversation;
  readonly prompter: Prompter;
  readonly paper: Paper;
  readonly by: Responder;
} & Pick<Terminal, "nextCase" | "beginAnew">;
