import { isProductVersion } from "../product.ts";
import type { EventSignal } from "../signal.ts";
import { isKnownSource } from "./known-sources.ts";
import { phraseFrom } from "./phrase.ts";
import { isSource } from "./spoken-source.ts";

/** A short command of a name and a number, either first, amid words that say nothing: "SNA Server 23", "getting 4129 sysmgmt". */
export function readTyped(text: string): readonly EventSignal[] {
  const typed = text.trim();
  if (typed.length > LONGEST) return [];
  const { name, digits } = nameAndNumber(withoutIdleWords(typed));
  if (
    NEGATIVE.test(typed) ||
    STOP_SCREEN.test(name) ||
    !isSource(name) ||
    /\d{6}|0x/i.test(name) ||
    isVersion(name, digits)
  )
    return [];
  const start = text.indexOf(typed);
  const span = { start, end: start + typed.length };
  return (digits.match(/\d+/g) ?? []).flatMap((number) => phraseFrom(span, number, name));
}

/** What is longer tells more than a name and a number. */
const LONGEST = 160;

/** "Exchange Server 2000". What only logs under its name, and is not sold, has no versions: "SNA Server 98". */
function isVersion(name: string, digits: string): boolean {
  return isProductVersion(name, digits) && (SOLD.test(name) || !isKnownSource(name));
}

const SOLD =
  /^(?:(?:ms |microsoft )?(?:exchange|sql|sms)(?: ?server)?|server|iis|outlook|oracle|mysql|asp(?:\.net)?)$/i;

/** `JET_errDiskFull (-1808)` */
const NEGATIVE = /[\s(]-\d/;

/** What stands behind these is a stop code. */
const STOP_SCREEN = /^(?:bug ?check(?: ?code)?|bsod|blue ?screen(?: of death)?)$/i;

function withoutIdleWords(typed: string): string {
  return typed.replace(BEFORE, "").replace(BEHIND, "").replace(QUOTES, "");
}

const BEFORE =
  /^(?:(?:(?:i|we) (?:get|see)|gets?|getting|got|sees?|seeing|saw|(?:application |system |security |app |sys )?(?:event ?)?log:?|source|src|id)[\s:=]{1,3}){1,5}/i;
const BEHIND =
  /(?:[\s,]{1,3}(?:events?|please|pls|again|today|help|\?|since \w+(?: \w+){0,4}|in (?:the )?(?:event|system|application|security) ?(?:log|viewer))){1,4}[\s?!.]{0,4}$/i;
const QUOTES = /["']/g;

function nameAndNumber(typed: string): { readonly name: string; readonly digits: string } {
  const match = TYPED.exec(typed);
  const written = (match?.[1] ?? match?.[4] ?? "")
    .trim()
    .replace(/[,:#/([\])@-]+$/, "")
    .trim();
  return { name: withoutLabel(written), digits: match?.[2] ?? match?.[3] ?? "" };
}

/** Groups: name and number, or a number (or several: "5389 and 5015 from …") and a name. */
const TYPED =
  /^(?:[([]?([\p{L}][^\n;"'?!]{1,60}?)[ ,:#/([\])@-]{1,3}(\d{1,5})[\])]?|[([]?(\d{1,5}(?: ?(?:,|and|&|\/|\+) ?\d{1,5}){0,5})[\])]?[ ,:/@-]{1,3}[([]?([\p{L}][^\n;"'?!]{1,60}?)[)\]]?)$/u;

/** "W32Time warning", "from Netlogon". "Application Error" is a source, and other errors have numbers of their own. */
function withoutLabel(name: string): string {
  const bare = name
    .replace(/^(?:from|by|in|source|src)[\s:]{1,3}/i, "")
    .replace(/[\s,:]{1,3}(?:warning|information|id)$/i, "");
  const program = bare.replace(/ error$/i, "");
  return isKnownSource(program) ? program : bare;
}
