import { asMember } from "../support/as-member.ts";
import { describe, expect, it } from "vitest";
import { conversation } from "../../src/app/conversation.ts";
import { inMemoryCases } from "../../src/app/in-memory-cases.ts";
import type { CaseStore } from "../../src/app/ports.ts";
import type { Reply } from "../../src/app/reply.ts";
import { caseId } from "../../src/core/resolution/case.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";
import type { Via } from "../../src/core/signals/signal.ts";
import {
  ana,
  anAnswer,
  anErrorReading,
  aReading,
  articles,
  atMinute,
  bo,
  look,
  silence,
  wipe,
} from "../core/resolution/builders.ts";
import { buttonNamed, viewText } from "../core/view/view-text.ts";

const thread = caseId("thread");

/** A bot that knows the store errors 1 (Q1) and 2 (Q2), and nothing else. */
function aBot(cases: CaseStore = inMemoryCases()) {
  let minute = 0;
  const { hear, act } = conversation({
    clock: { now: () => atMinute(minute) },
    articles,
    read: (text, via) => ({ ...(/\d/.test(text) ? anErrorReading() : aReading()), text, via }),
    decide: ({ readings }) => {
      const text = readings.map((reading) => reading.text).join(" ");
      if (text.includes("error 1")) return anAnswer(wipe, look);
      return text.includes("error 2") ? anAnswer(look) : silence();
    },
    cases,
    may: asMember,
    prefix: "/kms ",
  });
  const say = (text: string, via: Via = "command", by: Responder = ana) => hear({ case: thread, text, via, by });
  const press = (reply: Reply, label: string, by: Responder = ana) =>
    act({ case: thread, action: buttonNamed(viewOf(reply), label).action, by });
  return { say, press, wait: (minutes: number) => (minute += minutes) };
}

function viewOf(reply: Reply) {
  if (reply.kind === "silent") throw new Error("Expected a view, but the bot is silent");
  return reply.view;
}

const text = (reply: Reply) => (reply.kind === "silent" ? "silence" : viewText(reply.view));

describe("in a channel", () => {
  it("the bot answers an error it knows, in the case's message", async () => {
    const reply = await aBot().say("error 1", "channel");
    expect(reply).toMatchObject({ kind: "message", found: true });
    expect(text(reply)).toContain("The store does not mount");
  });

  it("the bot is silent when it doesn't know, and keeps nothing", async () => {
    const cases = inMemoryCases();
    expect(await aBot(cases).say("error 9", "channel")).toEqual({ kind: "silent" });
    expect(await cases.load(thread)).toBeUndefined();
  });

  it("the bot doesn't speak twice about the same", async () => {
    const bot = aBot();
    await bot.say("error 1", "channel");
    expect(await bot.say("error 1", "thread")).toEqual({ kind: "silent" });
    expect(await bot.say("thanks!", "thread")).toEqual({ kind: "silent" });
  });

  it("commands are just talk", async () => {
    expect(await aBot().say("help", "channel")).toEqual({ kind: "silent" });
  });
});

describe("asked outright", () => {
  it("the bot shows what it understood when it doesn't know", async () => {
    const reply = await aBot().say("error 9");
    expect(reply).toMatchObject({ kind: "message", found: false });
    expect(text(reply)).toContain("No article fits");
  });

  it("the bot suggests the command that was probably meant", async () => {
    expect(text(await aBot().say("staus"))).toContain("Did you mean /kms status?");
  });

  it("the bot answers once more where the same is said again, and says that nothing has changed", async () => {
    const bot = aBot();
    await bot.say("error 9");
    const again = await bot.say("error  9");
    expect(again).toMatchObject({
      kind: "message",
      isAgain: true,
      also: { fallback: expect.stringMatching(/nothing has changed/) },
    });
    expect(text(again)).toContain("No article fits");
  });

  it("the bot says that there is nothing new", async () => {
    const bot = aBot();
    await bot.say("error 1");
    expect(await bot.say("well")).toMatchObject({ kind: "aside" });
  });

  it("the bot helps", async () => {
    expect(text(await aBot().say("help"))).toContain("/kms show Q274321");
  });

  it.each(["Q1", "q1"])("the bot shows %s, with a way in", async (id) => {
    const bot = aBot();
    const shown = await bot.say(`show ${id}`);
    expect(shown).toMatchObject({ kind: "aside", found: true });
    expect(text(shown)).toContain("Step 3: Wipe the log");
    expect(text(await bot.press(shown, "Start"))).toContain("Step 1 of 4");
  });

  it("the bot says when there is no such article", async () => {
    const reply = await aBot().say("show Q3");
    expect(reply).toMatchObject({ found: false });
    expect(text(reply)).toContain("There is no article “Q3”. Did you mean Q1?");
  });

  it("the bot explains, and keeps nothing", async () => {
    const cases = inMemoryCases();
    expect(text(await aBot(cases).say("explain error 1"))).toContain("I would answer with Q1");
    expect(text(await aBot(cases).say("explain nothing"))).toContain("I would say nothing");
    expect(await cases.load(thread)).toBeUndefined();
  });

  it("the bot tells what happened so far", async () => {
    const bot = aBot();
    expect(text(await bot.say("status"))).toContain("Nothing happened here yet");
    await bot.press(await bot.say("error 1"), "Start", bo);
    bot.wait(3);
    expect(text(await bot.say("status"))).toContain("Bo started “The store does not mount”, 3 min ago");
  });
});

describe("a click", () => {
  it("moves the run on in the one message", async () => {
    const bot = aBot();
    const started = await bot.press(await bot.say("error 1"), "Start");
    expect(await bot.press(started, "Done")).toMatchObject({ kind: "message" });
  });

  it("that is late is told who was faster and when, and changes nothing", async () => {
    const bot = aBot();
    const started = await bot.press(await bot.say("error 1"), "Start");
    await bot.press(started, "Done");
    bot.wait(3);
    const late = await bot.press(started, "Done", bo);
    expect(late.kind).toBe("aside");
    expect(text(late)).toBe("Ana marked “Stop the service” done, 3 min ago. Your click changed nothing.");
  });

  it("is won by one of twenty, and the others are told by whom", async () => {
    const bot = aBot();
    const started = await bot.press(await bot.say("error 1"), "Start");
    const people = Array.from({ length: 20 }, (_, index): Responder => ({ id: `U${index}`, name: `P${index}` }));
    const replies = await Promise.all(people.map((person) => bot.press(started, "Done", person)));
    const winners = people.filter((_, index) => replies[index]?.kind === "message");
    expect(winners).toHaveLength(1);
    const losers = replies.filter((reply) => reply.kind === "aside");
    for (const reply of losers) expect(text(reply)).toContain(`${winners[0]?.name} marked “Stop the service” done`);
  });

  it("that is refused is told why", async () => {
    const bot = aBot();
    const started = await bot.press(await bot.say("error 1"), "Start");
    expect(text(await bot.press(started, "Skip…"))).toContain("Say in a few words why");
  });
});

it("a case that others keep changing gives up with a reason, and not for ever", async () => {
  const never: CaseStore = { load: async () => undefined, save: async () => "overtaken" };
  await expect(aBot(never).say("error 1")).rejects.toThrow("others were faster");
});

it("the store forgets the oldest cases", async () => {
  const cases = inMemoryCases(1);
  const bot = aBot(cases);
  await bot.say("error 1");
  const known = await cases.load(thread);
  if (known !== undefined) await cases.save({ ...known, id: caseId("other") }, 0);
  expect(await cases.load(thread)).toBeUndefined();
});
