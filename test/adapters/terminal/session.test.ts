import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { answer } from "../../../adapters/commands/answer.ts";
import { runTerminal } from "../../../adapters/terminal/index.ts";
import { IndexUnreachable } from "../../../src/app/knowledge.ts";
import { aBot } from "../../scenarios/bot.ts";
import { aTerminalSeat, namesOfCases } from "../../scenarios/terminal-seat.ts";
import { ana } from "../../core/resolution/builders.ts";
import { viewText } from "../../core/view/view-text.ts";

describe("Ana at her terminal", () => {
  it("is greeted, and leaves with quit", async () => {
    const seat = await aTerminalSeat(aBot());
    expect(seat.visible()).toContain("Paste an error");
    await seat.type("quit\r");
    expect(await seat.exitCode).toBe(0);
  });

  it("is told when nothing can be looked up, and goes on when it can", async () => {
    const bot = aBot();
    const away = new IndexUnreachable("Cannot look articles up: the database is away. Try again.");
    let isAway = true;
    const seat = await aTerminalSeat({ ...bot, hear: (heard) => (isAway ? Promise.reject(away) : bot.hear(heard)) });
    await seat.type("error 1\r");
    expect(seat.visible()).toContain("Cannot look articles up: the database is away. Try again.");
    isAway = false;
    await seat.type("error 1\r");
    expect(seat.visible()).not.toContain("Cannot look");
  });

  it("leaves with Ctrl-D", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("\u0004");
    expect(await seat.exitCode).toBe(0);
  });

  it("leaves with the second Ctrl-C, not with the first", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("\u0003");
    expect(seat.visible()).toContain("Press Ctrl-C again to leave");
    await seat.type("\u0003");
    expect(await seat.exitCode).toBe(0);
  });

  it("clears a line with Ctrl-C and goes on", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("error 9\u0003");
    await seat.type("error 1\r");
    expect(seat.visible()).toContain("The store does not mount");
    await seat.leave();
  });

  it("gets the terminal back as it was: paste marks off", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("quit\r");
    expect(seat.raw().endsWith("\u001B[?2004l")).toBe(true);
  });

  it("pastes many lines where pastes aren't marked, and they are one paste", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("Event Type: Error\nerror 1\nUser: N/A\n");
    expect(seat.visible()).toContain("The store does not mount");
    expect(seat.visible()).not.toContain("No article fits");
    await seat.leave();
  });

  it("pastes a line, and it waits for Enter", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("explain \u001B[200~error 1\u001B[201~\r");
    expect(seat.visible()).toContain("I would answer with Q1");
    await seat.leave();
  });

  it("pastes what would be keys, and it does nothing but be matched", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.type("\u001B[200~error 1\n\u0003\u0004\u001B[2Jquit\n\u001B[201~");
    expect(seat.visible()).toContain("The store does not mount");
    expect(seat.raw()).not.toContain("\u001B[2J");
    await seat.leave();
  });

  it("thinks better of escalating", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    await seat.type("e\r");
    await seat.type("\r");
    expect(seat.visible()).toContain("Left as it was.");
    await seat.leave();
  });

  it("is told that a terminal pages nobody, and what to tell whoever is called", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    await seat.press("Escalate…", "payroll");
    expect(seat.visible()).toContain("Call them yourself");
    expect(seat.visible()).toContain("There is no oncall.yaml here");
    expect(seat.visible()).toContain("Reason: payroll");
    await seat.leave();
  });

  it("presses a key that isn't there, and nothing happens", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    await seat.type("z\r");
    expect(seat.visible()).toContain("There is no [z] to press here.");
    await seat.press("Start", undefined);
    expect(seat.visible()).toContain("Step 1 of 4");
    await seat.leave();
  });

  it("keeps her buttons after a look at something else", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    await seat.press("Start", undefined);
    await seat.say("show Q2");
    expect(seat.visible()).toContain("[1] Start");
    await seat.type("d\r");
    expect(seat.visible()).toContain("Step 2 of 4");
    await seat.leave();
  });

  it("begins with the next error after new, even in the middle of a run", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    await seat.press("Start", undefined);
    await seat.say("new");
    await seat.say("error 2");
    expect(seat.visible()).toContain("The store is on the wrong disk");
    await seat.leave();
  });

  it("sees colours", async () => {
    const seat = await aTerminalSeat(aBot());
    await seat.say("error 1");
    expect(seat.raw()).toContain("\u001B[1mThe store does not mount\u001B[0m");
    await seat.leave();
  });

  it("sees no colour when she refused it", async () => {
    const seat = await aTerminalSeat(aBot(), { env: { NO_COLOR: "1" } });
    await seat.say("error 1");
    expect(seat.raw()).not.toContain("\u001B[1m");
    await seat.leave();
  });
});

async function piped(text: string): Promise<{ readonly code: number; readonly text: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(text);
  const code = await runTerminal({
    input,
    output,
    isTTY: false,
    columns: () => undefined,
    env: {},
    conversation: aBot(),
    nextCase: namesOfCases(),
  });
  output.end();
  return { code, text: (await output.toArray()).join("") };
}

describe("without a terminal", () => {
  it("one paste is answered, in plain text, with 0 when an article fits", async () => {
    const { code, text } = await piped("error 1\n");
    expect(code).toBe(0);
    expect(text).toContain("The store does not mount");
    expect(text).not.toContain("\u001B");
  });

  it("a question counts as an answer, and says how to go on", async () => {
    const { code, text } = await piped("error 3\n");
    expect(code).toBe(0);
    expect(text).toContain("kms show Q2 The disk was changed");
  });

  it("nothing that fits is 1, with what was understood", async () => {
    const { code, text } = await piped("error 9\n");
    expect(code).toBe(1);
    expect(text).toContain("event 7009");
  });

  it.each(["", " \n\n"])("nothing at all (%j) is 1, with the way out", async (nothing) => {
    const { code, text } = await piped(nothing);
    expect(code).toBe(1);
    expect(text).toContain("Pipe an error into it");
  });
});

describe("kms with words", () => {
  it.each([
    [["error", "1"], 0, "The store does not mount"],
    [["error", "9"], 1, "No article fits"],
    [["show", "Q2"], 0, "The store is on the wrong disk"],
    [["show", "Q9"], 1, "There is no article"],
    [["help"], 0, "What I can do"],
  ])("%j answers once with %i", async (words, code, says) => {
    const output = new PassThrough();
    expect(await answer({ words, conversation: aBot(), by: ana, show: viewText, output })).toBe(code);
    output.end();
    expect((await output.toArray()).join("")).toContain(says);
  });
});
