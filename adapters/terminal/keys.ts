import type { Action } from "../../src/core/resolution/action.ts";
import type { Button, View } from "../../src/core/view/view.ts";

/** A button and what to type for it. `isBehind`: it is offered under "more". */
export type Key = { readonly key: string; readonly button: Button; readonly isBehind: boolean };

/** What opens the buttons behind "more". */
export const MORE = "m";

/** A key for every button of the view, none twice; `taken` are in use already. */
export function keysOf(view: View, taken: readonly string[] = []): readonly Key[] {
  const used = new Set([MORE, QUIT, ...taken]);
  return buttonsOf(view).map(({ button, isBehind }) => {
    const key = wishes(button).find((wish) => !used.has(wish)) ?? String(used.size);
    used.add(key);
    return { key, button, isBehind };
  });
}

/** Kept free: it is what people type to leave. */
const QUIT = "q";

/** The letter that goes with what a button does, on every screen the same. */
const LETTERS: Readonly<Record<Action["kind"], string>> = {
  done: "d",
  failed: "n",
  skip: "s",
  "not-applicable": "a",
  back: "b",
  check: "1",
  confirm: "y",
  cancel: "n",
  fill: "f",
  open: "s",
  fixed: "g",
  "not-fixed": "n",
  abandon: "x",
  answer: "1",
  none: "0",
  escalate: "e",
  assign: "t",
  share: "h",
  show: "r",
  "show-all": "w",
  incident: "i",
};

/** Best first: the letter of a yes or no, the number of an answer, the letter of what it does, any digit, any letter. */
function wishes({ label, action }: Button): readonly string[] {
  const yesOrNo = action.kind === "check" ? /^(y)es$|^(n)o$/i : /^(y)es\b|^(n)o\b/i;
  const letter = (yesOrNo.exec(label)?.[0][0] ?? "").toLowerCase();
  const usual = action.kind === "check" ? String(action.answer + 1) : LETTERS[action.kind];
  return [...(letter === "" ? [] : [letter]), usual, ...DIGITS, ...SPARE];
}

const DIGITS = "123456789".split("");
const SPARE = "abcdefghijklnoprstuvwxyz".split("");

type Offered = { readonly button: Button; readonly isBehind: boolean };

/** In a terminal there is nobody to share with. */
function buttonsOf(view: View): readonly Offered[] {
  const rows = view.blocks.filter((block) => block.kind === "buttons");
  const inSight = rows.flatMap(({ buttons }) => buttons.map((button) => ({ button, isBehind: false })));
  const behind = rows.flatMap(({ more }) => more.map((button) => ({ button, isBehind: true })));
  return inSight.concat(behind).filter(({ button }) => button.action.kind !== "share");
}
