import { DIALOG, SP4 } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";

/** Somebody asks, and is answered. */
export const answerScenarios: readonly Scenario[] = [
  scenario("Ana asks for an event and gets the article with the reasons", async ({ ana }) => {
    await ana.asks("5085");
    await ana.sees("KMS cannot mount its key database", "Q818952", "event 5085", "Cause");
  }),

  scenario("Ana answers the one question that tells two articles apart", async ({ ana }) => {
    await ana.asks("5389");
    await ana.sees("Which of these is true?", "Q274321", "Q259906");
    await ana.presses("A domain controller was upgraded from Windows NT 4.0");
    await ana.sees("Almost certain", "“A domain controller was upgraded from Windows NT 4.0”: yes");
    await ana.presses("Start");
    await ana.sees("Step 1 of 6: Read the events around 5389");
  }),

  scenario("Ana says that none of the answers fits", async ({ ana }) => {
    await ana.asks("5389");
    await ana.presses("None of these");
    await ana.sees("No other article fits", "Ruled out by what you said");
  }),

  scenario("Ana is told what was understood when nothing fits", async ({ ana }) => {
    await ana.asks("event 5085 from W3SVC");
    await ana.sees("No article fits", "event 5085 from W3SVC");
  }),

  scenario("Ana mistypes a command and is told what she may have meant", async ({ ana }) => {
    await ana.asks("statsu");
    await ana.sees("No article fits", "Did you mean", "status");
  }),

  scenario("Ana asks for help", async ({ ana }) => {
    await ana.asks("help");
    await ana.sees("What I can do", "show Q274321");
  }),

  scenario("Ana reads an article and starts it from there", async ({ ana }) => {
    await ana.asks("show Q818952");
    await ana.sees("Symptoms", "Service Pack 4");
    await ana.presses("Start");
    await ana.sees("Step 1 of 7: Read event 5085");
  }),

  scenario("Ana asks why she would be answered", async ({ ana }) => {
    await ana.asks("explain MSExchangeKMS 5085");
    await ana.sees("I would answer with Q818952");
  }),

  scenario(
    "Ana pastes a password, and it is nowhere to be seen",
    async ({ ana }) => {
      await ana.asks("explain MSExchangeKMS 5085 Password=hunter2hunter2;");
      await ana.sees("Q818952");
      await ana.misses("hunter2hunter2");
    },
    "privacy",
  ),

  scenario("Ana pastes what would call everybody, and nobody is called", async ({ ana }) => {
    await ana.asks(`explain @everyone <!channel> <!here> <@U2> <@&1> ${DIALOG}`);
    await ana.sees("Q263718");
  }),

  scenario(
    "Ana's command is answered to her alone, and shared when she shares it",
    async ({ ana, ben, posts }) => {
      await ana.asks("5085");
      await ana.sees("Q818952");
      await ben.misses("Q818952");
      await ana.presses("Share to channel");
      await ben.sees("Q818952", "Cause");
      posts(1);
    },
    "company",
    "privacy",
  ),

  scenario(
    "Ana starts what only she was told, and Ben can follow",
    async ({ ana, ben }) => {
      await ana.asks("800FF351");
      await ana.presses("Start");
      await ben.sees("Step 1 of 6", "See whether Performance Optimizer hangs");
    },
    "company",
    "privacy",
  ),

  scenario(
    "Ana's long paste goes into a box and is answered to her alone",
    async ({ ana, ben }) => {
      await ana.fillsBox(SP4);
      await ana.sees("Q818952");
      await ana.presses("Read it");
      await ana.sees("Symptoms");
      await ben.misses("Q818952");
    },
    "menus",
    "privacy",
  ),

  scenario(
    "Cem matches the message that Ana wrote, for his eyes only",
    async ({ ana, cem }) => {
      const said = await ana.says("is it this one? 5085");
      await cem.points(said);
      await cem.sees("Q818952");
      await ana.misses("Q818952");
    },
    "menus",
    "company",
  ),

  scenario(
    "Ana talks with the bot alone",
    async ({ ana, ben }) => {
      await ana.says("5085", { directly: true });
      await ana.sees("Q818952");
      await ana.presses("Start");
      await ana.sees("Step 1 of 7");
      await ana.says("status", { directly: true });
      await ana.sees("started");
      await ben.misses("Q818952");
    },
    "privacy",
  ),
];
