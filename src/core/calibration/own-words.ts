import type { Chance } from "./chance.ts";

/** Says a text in other words here and there: each word that has others is exchanged with this likelihood. */
export function inOwnWords(text: string, chance: Chance, share: number): string {
  return text.replace(/[A-Za-z][A-Za-z']+/g, (word) => {
    const others = OTHERS.get(word.toLowerCase());
    return others !== undefined && chance.happens(share) ? chance.pick(others) : word;
  });
}

/** Words that support articles use, each line with what people say for them. */
const SAME_MEANING = [
  "cannot can't|unable to|won't|can not|couldn't|not able to",
  "error problem|failure|message|issue",
  "message msg|error|text|popup",
  "occurs happens|comes up|shows up",
  "occur happen|come up",
  "fails doesn't work|breaks|won't work|is broken",
  "fail break|not work|die",
  "failed didn't work|broke|died",
  "incorrect wrong|bad|broken|garbage",
  "incorrectly wrongly|wrong",
  "displayed shown|there",
  "displays shows",
  "display show",
  "receive get|see",
  "received got",
  "attempt try",
  "attempting trying",
  "terminates crashes|dies|quits",
  "terminate crash|quit",
  "computer machine|box|pc|server|host",
  "program app|application|tool|software",
  "application app|program",
  "causes leads to|gives|makes",
  "cause give|make",
  "requires needs",
  "specify give|pass|set",
  "specified given|passed",
  "create make|add",
  "delete remove|erase",
  "deleted removed|lost|gone",
  "remove delete|uninstall",
  "modify change|edit",
  "obtain get",
  "execute run",
  "executing running",
  "contains has",
  "contain have",
  "parameter argument|option|switch",
  "function call|routine|api",
  "directory folder|dir|path",
  "folder directory",
  "currently now",
  "previous older|earlier",
  "earlier older|before that",
  "responding working|answering",
  "hangs freezes|locks up|gets stuck",
  "large big|huge",
  "large long",
  "unexpected strange|weird",
  "password passwd|pwd",
  "database db",
  "documentation docs|manual|msdn",
  "option setting|checkbox",
  "functionality feature",
  "available there|present",
  "successfully fine|ok",
  "disabled off|turned off",
  "enabled on|turned on",
  "install set up|setup",
  "configuration settings|config|setup",
  "user account|person",
  "users people|accounts|clients",
  "connect log in|get to|reach",
  "connection link|session",
  "start launch|come up|run",
  "started running|up",
  "stops quits|ceases",
  "instead rather",
  "additional more|extra",
  "following",
  "vulnerability hole|security bug|flaw",
  "arbitrary any",
] as const;

const OTHERS = new Map(
  SAME_MEANING.map((line) => {
    const [word = "", ...rest] = line.split(" ");
    return [word, rest.join(" ").split("|")] as const;
  }),
);
