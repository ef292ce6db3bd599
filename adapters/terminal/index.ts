import { answerOnce } from "./once.ts";
import { paper } from "./paper.ts";
import { prompter } from "./prompter.ts";
import { personAt } from "./ref.ts";
import { runSession } from "./session.ts";
import { wantsColour } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import { screenWidth } from "./screen.ts";

/**
 * Talks with the person at the keyboard until they leave, and returns 0. Without a person it answers one paste
 * from the input: 0 when an article fits, 1 when none does.
 */
export async function runTerminal(terminal: Terminal): Promise<number> {
  const { input, output, isTTY, columns, env, conversation, nextCase, beginAnew } = terminal;
  const screen = () => ({ columns: screenWidth(columns()), isColoured: wantsColour(isTTY, env) });
  if (!isTTY) return answerOnce(terminal, screen());
  const desk = {
    conversation,
    prompter: prompter(input, output),
    paper: paper((text) => output.write(text), screen),
    by: personAt(env),
    nextCase,
    ...(beginAnew === undefined ? {} : { beginAnew }),
  };
  try {
    await runSession(desk, terminal.left);
  } finally {
    desk.prompter.close();
  }
  return 0;
}
