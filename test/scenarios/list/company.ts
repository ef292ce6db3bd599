import { SP4 } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";

/** Several people work on one error. */
export const companyScenarios: readonly Scenario[] = [
  scenario(
    "Ana and Ben take turns, and the one message moves on",
    async ({ ana, ben, posts }) => {
      await ana.says(SP4);
      await ana.presses("Start");
      await ben.sees("Step 1 of 7");
      await ben.presses("Yes");
      await ana.sees("Step 2 of 7");
      await ana.presses("Yes");
      await ben.sees("Step 3 of 7");
      posts(1);
    },
    "company",
  ),

  scenario(
    "Ben clicks what Ana clicked already, and is told that she was faster",
    async ({ ana, ben }) => {
      await ana.says(SP4);
      await ana.sees("Q818952");
      const before = ben.glances();
      await ana.presses("Start");
      await before.presses("Start");
      await ben.sees("Your click changed nothing", `${ana.name} started`);
      await ana.misses("Your click changed nothing");
      await ana.sees("Step 1 of 7");
    },
    "company",
    "privacy",
  ),

  scenario(
    "Ben presses a button of three steps ago, and nothing moves",
    async ({ ana, ben }) => {
      await ana.says(SP4);
      await ana.presses("Start");
      const first = ben.glances();
      for (const step of ["Step 2 of 7", "Step 3 of 7", "Step 4 of 7"]) {
        await ana.presses("Yes");
        await ana.sees(step);
      }
      await first.presses("Yes");
      await ben.sees("Your click changed nothing");
      await ana.sees("Step 4 of 7");
    },
    "company",
    "privacy",
  ),

  scenario(
    "Ana, Ben and Cem click at once: one wins, and the others are told who",
    async ({ ana, ben, cem }) => {
      const people = [ana, ben, cem];
      await ana.says(SP4);
      await ana.sees("Q818952");
      await Promise.all(people.map((one) => one.glances().presses("Start")));
      await ana.sees("Step 1 of 7");
      const losers = people.filter((one) => one.screen().includes("Your click changed nothing"));
      const winner = people.find((one) => !losers.includes(one));
      if (losers.length !== 2) throw new Error(`${losers.length} were told that they were too late, not 2.`);
      for (const loser of losers) await loser.sees(`${winner?.name} started`);
    },
    "company",
    "privacy",
  ),

  scenario(
    "Ben calls the bot into a thread, and it matches everything said there",
    async ({ ana, ben }) => {
      await ana.asks("channel mention");
      const said = await ana.says("Event ID: 5389\nSource: MSExchangeKMS");
      await ben.says("also Event ID: 5015 failed logging on as a MAPI client", { under: said });
      await ben.says("any idea?", { under: said, addressed: true });
      await ana.sees("Q274321");
    },
    "company",
    "overhearing",
  ),
];
