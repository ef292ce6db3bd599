import { type Action, withInput } from "../../src/core/resolution/action.ts";
import type { Button, Confirm, Input } from "../../src/core/view/view.ts";
import { cleanLine } from "./clean.ts";
import { isYes } from "./read.ts";
import type { Desk } from "./desk.ts";

/** The button's action after what it asks first; undefined when the person thought better of it. */
export async function completed(desk: Desk, button: Button): Promise<Action | undefined> {
  if (button.confirm !== undefined && !(await isConfirmed(desk, button.confirm))) return undefined;
  if (button.input === undefined) return button.action;
  const typed = await typedFor(desk, button.input);
  return typed === undefined ? undefined : withInput(button.action, typed);
}

async function isConfirmed({ paper, prompter }: Desk, { title, text, yes, no }: Confirm): Promise<boolean> {
  paper.say(`${title} ${text}`);
  const answer = await prompter.ask(`  [y] ${cleanLine(yes)}   [n] ${cleanLine(no)}  > `);
  return answer.kind === "text" && isYes(answer.text, yes);
}

/** An empty line gives up what needs words; where words are optional, it is no words. */
async function typedFor({ prompter }: Desk, { label, required, initial }: Input): Promise<string | undefined> {
  const answer = await prompter.ask(`  ${cleanLine(label)} > `, initial);
  if (answer.kind !== "text") return undefined;
  return required && answer.text.trim() === "" ? undefined : answer.text;
}
