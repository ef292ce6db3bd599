import type { Conversation } from "../../src/app/conversation.ts";
import { caseId } from "../../src/core/resolution/case.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";
import type { View } from "../../src/core/view/view.ts";

/** What `kms <words…>` needs: the words, somebody to ask, and how a view becomes text. */
export type Question = {
  readonly words: readonly string[];
  readonly conversation: Conversation;
  readonly by: Responder;
  readonly show: (view: View) => string;
  readonly output: NodeJS.WritableStream;
};

/** Answers once and returns the exit code: 0 when the person got what was asked for, 1 when nothing fits. */
export async function answer({ words, conversation, by, show, output }: Question): Promise<number> {
  const reply = await conversation.hear({ case: caseId("command"), text: words.join(" "), via: "command", by });
  if (reply.kind === "silent") return 1;
  output.write(show(reply.view));
  if (reply.kind === "message" && reply.also !== undefined) output.write(show(reply.also));
  return reply.found ? 0 : 1;
}
