import { misses, presses, says, type Scenario, sees } from "./scenario.ts";

/** Whole conversations about the three errors of `threeErrors`. */
export const threeErrorScenarios: readonly Scenario[] = [
  {
    name: "Ana is walked through the steps until the error is gone",
    lines: [
      says("error 1"),
      sees("The store does not mount"),
      sees("event 7009 from Store"),
      presses("Start"),
      sees("Step 1 of 4: Stop the service"),
      presses("Done"),
      presses("Done"),
      sees("This cannot be undone. Go ahead?"),
      misses("del"),
      presses("Yes, go ahead"),
      sees('del "<path to the log>"'),
      presses("Fill in <path to the log>…", "c:\\log"),
      sees('del "c:\\log"'),
      presses("Done"),
      presses("Done"),
      sees("Does the service start now?"),
      presses("Yes"),
      sees("Fixed: The store does not mount"),
      sees("Wipe the log: done"),
    ],
  },
  {
    name: "Ana cannot wipe anything before the backup is made",
    lines: [
      says("error 1"),
      presses("Start"),
      presses("Done"),
      presses("Skip…", "no tape"),
      sees("First: Back up the store (not done yet)"),
      misses("Yes, go ahead"),
      presses("Go to “Back up the store”"),
      presses("Done"),
      sees("Yes, go ahead"),
    ],
  },
  {
    name: "Ana answers the one question that tells two articles apart",
    lines: [
      says("error 3"),
      sees("Which of these is true?"),
      presses("The disk was changed"),
      sees("The store is on the wrong disk"),
      presses("Start"),
      presses("Fine again"),
      sees("Fixed: The store is on the wrong disk"),
    ],
  },
  {
    name: "Ana gets the next article when the first doesn't help, and people when none does",
    lines: [
      says("error 1"),
      presses("Start instead: The store is on the wrong disk"),
      presses("Still wrong"),
      sees("Tried before, in vain: Q2"),
      presses("Start"),
      presses("Didn't work"),
      presses("Didn't work"),
      presses("No, leave it out"),
      presses("Didn't work"),
      sees("Everything known was tried"),
      sees("Stop the service: didn't work"),
      presses("Escalate…", "payroll is down"),
      sees("asked for help: “payroll is down”"),
    ],
  },
  {
    name: "Ana says that none of the answers fits",
    lines: [
      says("error 3"),
      presses("None of these"),
      sees("No other article fits"),
      sees("Ruled out by what you said"),
    ],
  },
  {
    name: "Ana is told what was understood when nothing fits",
    lines: [says("error 9"), sees("No article fits"), sees("event 7009")],
  },
  {
    name: "Ana reads an article and starts it from there",
    lines: [says("show q1"), sees("Step 3: Wipe the log"), presses("Start"), sees("Step 1 of 4")],
  },
  {
    name: "Ana pastes more lines while she works, and the step stays where it is",
    lines: [
      says("error 1"),
      presses("Start"),
      presses("Done"),
      says("error 1 again\nand again"),
      sees("Step 2 of 4: Back up the store"),
    ],
  },
  {
    name: "Ana asks for help",
    lines: [says("help"), sees("What I can do"), sees("show Q274321")],
  },
];
