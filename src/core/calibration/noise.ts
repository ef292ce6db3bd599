import type { Chance } from "./chance.ts";

/** What happens to a message between the screen it was shown on and the channel it is pasted into. */
export const NOISES = {
  clean: (text: string): string => text,
  typos: (text: string, chance: Chance): string => eachLetter(text, chance, 0.05, typo),
  scanned: (text: string, chance: Chance): string => rewrap(eachLetter(text, chance, 0.06, misread), chance),
  cutOff: (text: string, chance: Chance): string => cut(text, chance),
  inChatter: (text: string, chance: Chance): string => amid(text, chance),
} as const satisfies Readonly<Record<string, (text: string, chance: Chance) => string>>;

function eachLetter(
  text: string,
  chance: Chance,
  share: number,
  change: (letter: string, chance: Chance) => string,
): string {
  let changed = "";
  for (const letter of text)
    changed += /[A-Za-z0-9]/.test(letter) && chance.happens(share) ? change(letter, chance) : letter;
  return changed;
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "sqz",
  b: "vn",
  c: "xv",
  d: "sfe",
  e: "wrd",
  f: "dgr",
  g: "fht",
  h: "gjy",
  i: "uok",
  j: "hku",
  k: "jli",
  l: "ko",
  m: "n",
  n: "bm",
  o: "ipl",
  p: "o",
  q: "wa",
  r: "etf",
  s: "adw",
  t: "ryg",
  u: "yij",
  v: "cb",
  w: "qes",
  x: "zc",
  y: "tuh",
  z: "xa",
};

function typo(letter: string, chance: Chance): string {
  const near = NEIGHBOURS[letter.toLowerCase()] ?? letter;
  return chance.pick(["", letter + letter, letter + chance.pick([...near]), chance.pick([...near])]);
}

const MISREADINGS: Readonly<Record<string, readonly string[]>> = {
  o: ["0"],
  O: ["0"],
  l: ["1", "I"],
  i: ["1", "l"],
  I: ["l", "1"],
  e: ["c"],
  m: ["rn"],
  d: ["cl"],
  S: ["5"],
  s: ["5"],
  B: ["8"],
  w: ["vv"],
  "0": ["O"],
  "1": ["l"],
  h: ["b"],
  u: ["v"],
  g: ["q"],
};

function misread(letter: string, chance: Chance): string {
  return chance.pick(MISREADINGS[letter] ?? (chance.happens(0.15) ? ["", " "] : [letter]));
}

const SCANNED_WIDTH = 40;

/** A scanner breaks lines where the dialog did, sometimes within a word. */
function rewrap(text: string, chance: Chance): string {
  const words = text.split(/\s+/);
  let width = 0;
  return words
    .map((word) => {
      width += word.length + 1;
      if (width < SCANNED_WIDTH) return word;
      width = 0;
      return chance.happens(0.15) && word.length > 4 ? `${word.slice(0, 2)}\n${word.slice(2)}` : `\n${word}`;
    })
    .join(" ");
}

function cut(text: string, chance: Chance): string {
  const kept = Math.max(12, Math.floor(text.length * (0.35 + 0.5 * chance.share())));
  const from = chance.happens(0.5) ? 0 : Math.max(0, text.length - kept);
  return text.slice(from, from + kept);
}

const OPENINGS = [
  "hey all, getting this on EXCH02 since the upgrade, any idea?",
  "anyone seen this one before?",
  "morning! user called, screen shows:",
  "can someone take a look pls? ticket INC0012345",
  "sorry to bother you, I get",
  "We see the following in the log, started yesterday around 3pm",
  "is this known?",
  "customer reports:",
  "weird one on DC02 today",
];
const CLOSINGS = [
  "any help appreciated",
  "thanks!",
  "already tried restarting, no luck",
  "happens on two other boxes as well",
  "cc @ana",
  "let me know if you need the full log",
  "this is blocking about 20 people",
  "",
];

function amid(text: string, chance: Chance): string {
  const message = chance.pick([
    (one: string) => `\`\`\`\n${one}\n\`\`\``,
    (one: string) => `> ${one}`,
    (one: string) => `"${one}"`,
    (one: string) => one,
  ])(text);
  return [chance.pick(OPENINGS), message, chance.pick(CLOSINGS)].filter((line) => line !== "").join("\n");
}
