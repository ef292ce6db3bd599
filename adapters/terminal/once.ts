import { noticeView } from "../../src/core/view/notice-view.ts";
import { rich } from "../../src/core/view/rich.ts";
import type { View } from "../../src/core/view/view.ts";
import type { Terminal } from "./terminal.ts";
import { TERMINAL_LIMITS } from "./limits.ts";
import { personAt } from "./ref.ts";
import { render } from "./render.ts";
import type { Screen } from "./screen.ts";

/** Answers one paste from the input and returns the exit code: 0 when an article fits, 1 when none does. */
export async function answerOnce(terminal: Terminal, screen: Omit<Screen, "buttons">): Promise<number> {
  const show = (view: View) => terminal.output.write(render(view, { ...screen, buttons: { kind: "commands" } }));
  const text = await wholeText(terminal.input);
  if (text.trim() === "") {
    show(noticeView(rich("There is nothing to match. Pipe an error into it, such as a log or an event.")));
    return 1;
  }
  const reply = await terminal.conversation.hear({
    case: terminal.nextCase(),
    text,
    via: "command",
    by: personAt(terminal.env),
  });
  if (reply.kind === "silent") return 1;
  show(reply.view);
  return reply.found ? 0 : 1;
}

/** What is beyond the limit is read and dropped, so that whoever writes to us is not cut off. */
async function wholeText(input: NodeJS.ReadableStream): Promise<string> {
  input.setEncoding("utf8");
  let text = "";
  for await (const chunk of input) {
    if (text.length < TERMINAL_LIMITS.paste) text += chunk.toString();
  }
  return text.slice(0, TERMINAL_LIMITS.paste);
}
