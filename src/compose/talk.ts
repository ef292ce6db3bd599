import { answer } from "../../adapters/commands/answer.ts";
import { personAt } from "../../adapters/terminal/ref.ts";
import { render } from "../../adapters/terminal/render.ts";
import { screenWidth } from "../../adapters/terminal/screen.ts";
import { wantsColour } from "../../adapters/terminal/style.ts";
import { systemClock } from "../app/clock.ts";
import { type Conversation, conversation } from "../app/conversation.ts";
import { inMemoryCases } from "../app/in-memory-cases.ts";
import type { Read } from "../app/ports.ts";
import { readSignals } from "../core/signals/read.ts";
import type { View } from "../core/view/view.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { deciderOver } from "./decider.ts";
import { knowledgeFor } from "./knowledge.ts";
import { fail, optionsOf } from "./options.ts";

/** Answers what stands on the command line, once. */
export async function answerOnce(args: readonly string[]): Promise<number> {
  const { words, wishes } = optionsOf(args);
  const knowledge = await knowledgeFor(wishes);
  if (typeof knowledge === "string") return fail(knowledge);
  const { env, stdout } = process;
  const screen = {
    columns: screenWidth(stdout.columns),
    isColoured: wantsColour(stdout.isTTY, env),
    buttons: { kind: "commands" },
  } as const;
  const show = (view: View): string => render(view, screen);
  const code = await answer({
    words,
    conversation: converse(knowledge, readSignals),
    by: personAt(env),
    show,
    output: stdout,
  });
  await knowledge.close();
  return code;
}

/** Talks in the terminal until the person leaves; without a person it answers one paste. */
export async function talk(args: readonly string[]): Promise<number> {
  const knowledge = await knowledgeFor(optionsOf(args).wishes);
  if (typeof knowledge === "string") return fail(knowledge);
  const [{ runTerminal }, { safeReader }] = await Promise.all([
    import("../../adapters/terminal/index.ts"),
    import("./safe-reader.ts"),
  ]);
  const { env, stdin, stdout } = process;
  const isTTY = stdin.isTTY && stdout.isTTY;
  const code = await runTerminal({
    input: stdin,
    output: stdout,
    isTTY,
    columns: () => stdout.columns,
    env,
    conversation: converse(knowledge, safeReader),
  });
  await knowledge.close();
  return code;
}

function converse(knowledge: Knowledge, read: Read): Conversation {
  return conversation({
    clock: systemClock,
    articles: knowledge.articles(),
    read,
    decide: deciderOver(knowledge),
    cases: inMemoryCases(),
    prefix: "",
  });
}
