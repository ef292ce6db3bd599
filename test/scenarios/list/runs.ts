import { SP4 } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";

/** Somebody is walked through an article. */
export const runScenarios: readonly Scenario[] = [
  scenario("Ana is walked through the steps until the error is gone", async ({ ana }) => {
    await ana.says(SP4);
    await ana.sees("Q818952", "message");
    await ana.presses("Start");
    await ana.sees("Step 1 of 7: Read event 5085");
    await ana.presses("Yes");
    await ana.sees("Step 2 of 7: See whether the conditions are met");
    await ana.presses("Yes");
    await ana.sees("Step 3 of 7: Find the tool and the key database");
    await ana.presses("Fill in <drive>…", "d");
    await ana.sees('dir /s /b "d:\\eseutil.exe"');
    await ana.presses("Yes");
    await ana.sees("Step 4 of 7: Back up the Exchange databases");
    await ana.presses("Done");
    await ana.sees("Is the backup complete");
    await ana.presses("Yes");
    await ana.sees("This cannot be undone");
    await ana.misses("eseutil.exe /d");
    await ana.presses("Yes, go ahead");
    await ana.sees('eseutil.exe /d "<path to kmsmdb.edb>"');
    await ana.presses("Fill in <path to kmsmdb.edb>…", "d:\\kms\\kmsmdb.edb");
    await ana.sees('eseutil.exe /d "d:\\kms\\kmsmdb.edb"');
    await ana.presses("Done");
    await ana.sees("Did eseutil end without an error?");
    await ana.presses("Yes");
    await ana.sees("Step 6 of 7: Restart the Key Management Service");
    await ana.presses("Done");
    await ana.sees("Does the service start now?");
    await ana.presses("Yes");
    await ana.sees("Step 7 of 7: Read the event log back");
    await ana.presses("Yes");
    await ana.sees("Fixed: ", "Defragment the key database");
  }),

  scenario("Ana cannot defragment anything before the backup is made", async ({ ana }) => {
    await ana.says(SP4);
    await ana.presses("Start");
    for (const step of ["Step 2 of 7", "Step 3 of 7", "Step 4 of 7"]) {
      await ana.presses("Yes");
      await ana.sees(step);
    }
    await ana.presses("Skip…", "no tape");
    await ana.sees("First: Back up the Exchange databases (not done yet)");
    await ana.misses("Yes, go ahead", "eseutil.exe /d");
    await ana.presses("Go to “Back up the Exchange databases”");
    await ana.sees("Step 4 of 7");
    await ana.presses("Done");
    await ana.presses("Yes");
    await ana.sees("This cannot be undone");
  }),

  scenario("Ana gets the next article when the first doesn't help, and people when none does", async ({ ana }) => {
    await ana.says("Event ID: 5389\nSource: MSExchangeKMS");
    await ana.sees("Which of these is true?");
    await ana.presses("A domain controller was upgraded from Windows NT 4.0");
    await ana.sees("Q274321");
    await ana.presses("Start");
    await ana.sees("Did MSExchangeKMS log event 5015 next to 5389?");
    await ana.presses("No, and it was not upgraded");
    await ana.sees("Next to try", "Q259906", "Tried before, in vain: Q274321");
    await ana.presses("Start");
    await ana.sees("Step 1 of 6: Read the event");
    await ana.presses("No such event");
    await ana.sees("Everything known was tried");
    await ana.presses("Escalate…", "payroll is down");
    await ana.sees("asked for help: “payroll is down”");
  }),

  scenario("Ana says more while she works, and the step stays where it is", async ({ ana }) => {
    const said = await ana.says(SP4);
    await ana.presses("Start");
    await ana.sees("Step 1 of 7");
    await ana.presses("Yes");
    await ana.says(`${SP4}\nand once more\nEvent ID: 5085`, { under: said });
    await ana.sees("Step 2 of 7: See whether the conditions are met");
  }),

  scenario("Ana asks what happened so far", async ({ ana }) => {
    const said = await ana.says(SP4);
    await ana.presses("Start");
    await ana.sees("Step 1 of 7");
    await ana.says("status", { under: said, addressed: true });
    await ana.sees(`${ana.name} started`);
  }),

  scenario(
    "Ana carries on after a restart, because the buttons say where she was",
    async ({ ana, restart }) => {
      await ana.says(SP4);
      await ana.presses("Start");
      await ana.sees("Step 1 of 7");
      await ana.presses("Yes");
      await ana.sees("Step 2 of 7");
      await restart();
      await ana.presses("Yes");
      await ana.sees("Step 3 of 7");
      await ana.presses("Skip…", "no time");
      await ana.sees("Step 4 of 7");
    },
    "restart",
  ),
];
