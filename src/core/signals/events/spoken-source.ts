import { isKnownSource } from "./known-sources.ts";
import { foldLabel } from "./labels.ts";

/** The source follows ("from X", "(X)", ", X") or precedes ("X event 5"). */
export function sourceAround(text: string, match: RegExpExecArray, asked: boolean): string | undefined {
  const end = match.index + match[0].length;
  const rest = text.slice(end, end + 100);
  return nameAfter(rest, asked) ?? nameBefore(text.slice(Math.max(0, match.index - 80), match.index), asked);
}

function nameAfter(rest: string, asked: boolean): string | undefined {
  const introduced = INTRODUCED.exec(rest)?.[1];
  if (introduced !== undefined) return asked ? wordsOf(introduced) : programAtStart(NAME.exec(introduced)?.[0] ?? "");
  if (asked) return wordsOf(BARE.exec(rest)?.[1] ?? "");
  const beside = BESIDE.exec(rest)?.[1];
  return beside !== undefined && isKnownSource(beside) ? beside : named(TITLED.exec(rest)?.[1]);
}

/** "event 1069 ClusSvc: …" */
const BESIDE = /^ ([A-Z]\w*[a-z]\w*[A-Z]\w*)(?=[:,.]? |:?$)/m;

const INTRODUCED =
  /^[)'"]?,?\s{1,2}(?:(?:logged |reported )?(?:from|by|in|of|von|de|aus|par|da|do|van)(?: the)?(?: source)?:?|source:?|src:?|\()\s{0,2}(?:source:? )?([^\n,;)?!"]{1,60})/i;
const BARE = /^[)'"]?,?\s{1,2}([^\n,;)?!"]{1,60})/;
/** As the viewer titles its lower pane: "Event 5389, MSExchangeKMS". */
const TITLED = /^, ([A-Z][\w./&-]{1,40}(?: [A-Z][\w./&-]{0,40}){0,4})\s{0,2}(?:\n|$)/;

function nameBefore(before: string, asked: boolean): string | undefined {
  const line = before
    .slice(before.lastIndexOf("\n") + 1)
    .trim()
    .replace(/[:,(-]+$/, "")
    .trim();
  const clause = line.slice(Math.max(0, line.search(CLAUSE_AT_END))).trim();
  return asked
    ? (lastWordsOf(clause) ?? lastProgramIn(withoutVerb(clause)))
    : lastProgramIn(NAME_AT_END.exec(line)?.[1]);
}

/** "SNA Server writes": what the name does is left out. */
function withoutVerb(clause: string): string {
  const words = clause.split(/\s+/);
  return words.slice(0, words.findLastIndex((word) => !isCommon(word)) + 1).join(" ");
}

/** A dot within a word, and that of "Dr. Watson", ends none. */
const CLAUSE_AT_END = /(?:[^.,;!?]|\.(?=\S)|(?<=\bDr)\.)*$/i;

/** Words that begin with a capital, as programs write their names: `MSExchangeMTA - Interface`. */
const NAME = /^[A-Z][\w./&-]{1,40}(?:(?: - | )[A-Z0-9][\w./&-]{0,40}){0,4}/;
const NAME_AT_END = /(?:^|\s)([A-Z][\w./&-]{1,40}(?:(?: - | )[A-Z0-9][\w./&-]{0,40}){0,3})$/;

/** The name of a program that these words begin with, the longest there is, of at least so many letters. */
export function programAtStart(words: string, letters = 1): string | undefined {
  const parts = bare(words).split(/\s+/).slice(0, MOST_WORDS);
  const name = longest(parts.length, (count) => parts.slice(0, count).join(" "));
  return name !== undefined && name.length >= letters ? name : undefined;
}

/** No program has a longer name. */
const MOST_WORDS = 6;

/** What people begin with capitals in passing is a name only as far as a program is called so. */
function lastProgramIn(words: string | undefined): string | undefined {
  const parts = bare(words).split(" ");
  return longest(parts.length, (count) => parts.slice(-count).join(" "));
}

function longest(most: number, take: (count: number) => string): string | undefined {
  for (let count = most; count > 0; count -= 1) {
    const name = bare(take(count));
    if (isKnownSource(name) || (count === 1 && isMadeUp(name))) return name;
  }
  return undefined;
}

/** Written as only programs are: a capital inside, or a digit; but no number of an article, code or version. */
function isMadeUp(name: string): boolean {
  return MADE_UP.test(name) && !NUMBERED.test(name) && isSource(name);
}

const MADE_UP = /[a-z\d]\w*[A-Z]|[A-Z]{2}\w*[a-z]|[A-Za-z]\d+[A-Za-z]|[a-z]\d/;
const NUMBERED = /^(?:Q|KB)\d|^[0-9A-F]{8}$|\d\.\d/;

function named(words: string | undefined): string | undefined {
  const name = bare(words);
  return isSource(name) ? name : undefined;
}

function bare(words: string | undefined): string {
  return (words ?? "").replace(/[,.:)]+$/, "");
}

/** A command may write names in small letters: the words up to the first that belongs to a sentence. */
function wordsOf(written: string): string | undefined {
  const words = written.replace(/[.:)\s]+$/, "").split(/\s+/);
  const end = words.findIndex(isCommon);
  return named(words.slice(0, end < 0 ? words.length : end).join(" "));
}

function lastWordsOf(written: string): string | undefined {
  const words = written.replace(/^(?:source|src):?\s/i, "").split(/\s+/);
  return named(words.slice(words.findLastIndex(isCommon) + 1).join(" "));
}

/** Whether these words may be the name of a program, and not half a sentence. */
export function isSource(name: string): boolean {
  const words = name.split(/\s+/);
  return words.length <= MOST_WORDS && /\p{L}{2}/u.test(name) && !words.some(isCommon);
}

function isCommon(word: string): boolean {
  return (COMMON.has(foldLabel(word)) && !/^(?:IS|IT|IN|MS)$/.test(word)) || /^\d+$/.test(word);
}

/** Words that are never part of a source's name, so that they mark a sentence. */
const COMMON: ReadonlySet<string> = new Set(
  `a an the this that these what which who why how when where is are was were be been does do did has have had will not no
  and or but if then with without for on at to my our your its it we i you they he she got get gets getting see seeing saw
  seen any some all still again error errors fehler run-time runtime code stop problem problems fails failed failure cannot
  cant wont wouldnt doesnt after before since during while hangs crash crashes crashed install installed start starts
  started stops starting upgrade upgrading service-pack sp version kb article message event events line port page room
  invoice ticket order case step rc ms ora sql-server about mean means log logged logs today yesterday select drop delete
  table insert update please pls hey hi help need new old same other one two three release q may cause causes caused return
  returns err title generate generates generated report reports fill fills event-log build chapter section paragraph issue
  pr job task change incident request v number nr id ids eventid says said from in of by description write writes writing
  wrote written show shows showed showing throw throws threw put puts appear appears appeared occur occurs occurred
  keep keeps kept come comes came give gives gave tell tells every minute over into out there now always only just`
    .split(/\s+/)
    .map(foldLabel),
);
