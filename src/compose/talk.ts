import { answer } from "../../adapters/commands/answer.ts";
import { personAt } from "../../adapters/terminal/ref.ts";
import { render } from "../../adapters/terminal/render.ts";
import { screenWidth } from "../../adapters/terminal/screen.ts";
import { wantsColour } from "../../adapters/terminal/style.ts";
import { systemClock } from "../app/clock.ts";
import { type Conversation, conversation } from "../app/conversation.ts";
import { inMemoryCases } from "../app/in-memory-cases.ts";
import { mayOf } from "../app/may.ts";
import type { CaseStore, Read } from "../app/ports.ts";
import { MEMBER } from "../core/authorization/role.ts";
import { caseId } from "../core/resolution/case.ts";
import { modelTitle } from "../core/matching/model-in-use.ts";
import { readSignals } from "../core/signals/read.ts";
import { caseView } from "../core/view/case-view.ts";
import type { View } from "../core/view/view.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { deciderOver } from "./decider.ts";
import { knowledgeFor } from "./knowledge.ts";
import { modelOrShipped } from "./model.ts";
import { fail, optionsOf, writeLine } from "./options.ts";

/** Answers what stands on the command line, once. */
export async function answerOnce(args: readonly string[]): Promise<number> {
  const { words, wishes, model } = optionsOf(args);
  const knowledge = await knowledgeFor(wishes, { model: await modelOrShipped(model, fail) });
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
    conversation: converse(knowledge, readSignals, inMemoryCases()),
    by: personAt(env),
    show,
    output: stdout,
  });
  await knowledge.close();
  return code;
}

/** Talks in the terminal until the person leaves; without a person it answers one paste. */
export async function talk(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const model = await modelOrShipped(options.model, fail);
  const knowledge = await knowledgeFor(options.wishes, { model });
  if (typeof knowledge === "string") return fail(knowledge);
  const isTTY = process.stdin.isTTY && process.stdout.isTTY;
  if (isTTY && model.kind === "own") writeLine(`kms matches with ${modelTitle(model)}.`);
  const code = await (isTTY ? talkWithSomebody(knowledge) : answerWhatIsPiped(knowledge));
  await knowledge.close();
  return code;
}

/** What is said is kept: whoever closes the window, or loses it, goes on in the next one. An article written meanwhile counts at once. */
async function talkWithSomebody(knowledge: Knowledge): Promise<number> {
  knowledge.watch();
  const [{ runTerminal }, { safeReader }, { terminalSeat }] = await Promise.all([
    import("../../adapters/terminal/index.ts"),
    import("./safe-reader.ts"),
    import("./seat.ts"),
  ]);
  const { cases, nextCase, left, beginAnew, close } = await terminalSeat();
  const code = await runTerminal({
    ...atTheTerminal(),
    isTTY: true,
    conversation: converse(knowledge, safeReader, cases),
    nextCase,
    beginAnew,
    ...(left === undefined ? {} : { left: { case: left, view: caseView(left, knowledge.articles()) } }),
  });
  await close();
  return code;
}

async function answerWhatIsPiped(knowledge: Knowledge): Promise<number> {
  const { runTerminal } = await import("../../adapters/terminal/index.ts");
  return runTerminal({
    ...atTheTerminal(),
    isTTY: false,
    conversation: converse(knowledge, readSignals, inMemoryCases()),
    nextCase: () => caseId("piped"),
  });
}

function atTheTerminal() {
  const { env, stdin, stdout } = process;
  return { input: stdin, output: stdout, columns: () => stdout.columns, env };
}

function converse(knowledge: Knowledge, read: Read, cases: CaseStore): Conversation {
  return conversation({
    clock: systemClock,
    articles: knowledge.articles(),
    read,
    decide: deciderOver(knowledge),
    cases,
    may: mayOf({ ...MEMBER, platform: "terminal", id: personAt(process.env).name }, undefined),
    oncall: async () => (await import("./duties.ts")).duties(),
    prefix: "",
  });
}
