import { canonicalCode, codeOf } from "./code.ts";
import { saysCode } from "./says-code.ts";
import type { CodeNotation, Signal, Span } from "./signal.ts";
import { isInStopScreen, STOP_SCREEN_LENGTH } from "./stop-parameter.ts";

type CodeSignal = Extract<Signal, { kind: "code" }>;

/** The result codes of a text, in any notation. `asked`: typed on purpose, so that a bare one needs no error around it. */
export function readCodes(text: string, asked = false): readonly CodeSignal[] {
  return [...hexCodes(text, asked), ...decimalCodes(text, asked), ...stopCodes(text)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
}

function hexCodes(text: string, asked: boolean): readonly CodeSignal[] {
  const out: CodeSignal[] = [];
  for (const match of text.matchAll(HEX)) {
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - 32), match.index);
    const after = text.slice(match.index + written.length, match.index + written.length + 2);
    if (!isPlausible(written, before, after, asked)) continue;
    out.push(...codeAt(written, "hex", match.index).filter(({ code }) => !isParameter(code, text, match.index)));
  }
  return out;
}

/** The parameters of a stop screen are addresses and small values, but for the status that is one of them at times. */
function isParameter(code: string, text: string, start: number): boolean {
  return !LIKELY.test(code) && isInStopScreen(text.slice(Math.max(0, start - STOP_SCREEN_LENGTH), start));
}

/** `0x` and digits (scanned ones too), `&H` and digits, or eight digits with an `h` behind or a `c` in front. */
const HEX =
  /(?<![A-Za-z0-9_])(?:[0Oo][xX][0-9A-Fa-fOoIlSs|]{1,16}(?:[hH]|[uU]?[lL]{0,2})|&[hH][0-9A-Fa-f]{1,8}(?:&(?![a-z#]))?|\\?[xX][0-9A-Fa-f]{8}|(?:[cC]|[fF]{8}(?=[89A-Fa-f]))?[0-9A-Fa-f]{8}[hH]?|[0-9][0-9A-Fa-f]{1,6}[hH])(?![A-Za-z0-9_])/g;

function isPlausible(written: string, before: string, after: string, asked: boolean): boolean {
  if (NO_CODE_BEFORE.test(before) || NO_CODE_AFTER.test(after) || (!asked && SUCCESS.test(written))) return false;
  if (/^(?:[0Oo][xX]|&H)/i.test(written))
    return /[0-9]/.test(written) && (asked || written.length > SHORT || isCalled(before) || isBracketed(before, after));
  if (/^\\?x/i.test(written)) return asked || LIKELY.test(written.replace(/^\\?x/i, ""));
  if (/h$/i.test(written)) return ERROR_BEFORE.test(before) || written.length >= 8;
  if (isBracketed(before, after) || ERROR_BEFORE.test(before)) return !isDay(written);
  if (LIKELY.test(written)) return true;
  const isAlone = before.trim() === "" && after.trim() === "";
  return asked && (isMixed(written) || written.startsWith("00") || (isAlone && !isDay(written)));
}

/** Pieces of GUIDs, hashes, paths, addresses and numbers with commas. */
const NO_CODE_BEFORE = /(?:[#/\\@~%&$+-]|\d[.:,]|\b(?:address(?:es)?|addr|commit|pc|at|eip)[\s:=]{1,3}["']?)$/i;
const NO_CODE_AFTER = /^(?:[-@\\/]|[.:]\d)/;

const SUCCESS = /^(?:0x)?0+[hHlL]?$/i;

/** `0x1` in passing is a value more often than a code. */
const SHORT = 6;

function isCalled(before: string): boolean {
  return ERROR_BEFORE.test(before) || saysCode(before);
}

function isBracketed(before: string, after: string): boolean {
  return /[[(]\s?$/.test(before) && /^\s?[\])]/.test(after);
}

/** What people and programs write right before a code. */
const ERROR_BEFORE =
  /\b(?:err(?:or)?s?|stop|code|codes|hresult|hr|status|result|returned|returns|return|rc|exception|bugcheck|fehler|erreur|errore|erro|number|no\.?|id|scode|value)\b[\s:=#'"([{.,-]{0,6}$|=\s?['"]?$/i;

/** Codes whose facility is one Windows really uses; common words and dates don't begin like that. */
const LIKELY = /^(?:[cC]|[fF]{8})?(?:80[0-9A-Fa-f]{2}|[cC]0[0-2][0-9A-Fa-f]|[cC]10[0-9A-Fa-f]|[fF]{4})[0-9A-Fa-f]{4}$/;

function isMixed(written: string): boolean {
  return /[A-Fa-f]/.test(written) && /\d/.test(written);
}

/** `20240315` */
function isDay(written: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(written);
}

function decimalCodes(text: string, asked: boolean): readonly CodeSignal[] {
  const out: CodeSignal[] = [];
  for (const match of text.matchAll(DECIMAL)) {
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - 32), match.index);
    const signed = written.startsWith("-");
    const after = text.slice(match.index + written.length, match.index + written.length + 12);
    if (!asked && !isCalledCode(written, before, after)) continue;
    out.push(...codeAt(written, signed ? "signed" : "unsigned", match.index));
  }
  return out;
}

const DECIMAL = /(?<![\w.,:/\\#)+-])(?:-\d{3,10}|\d{10})(?![\w/\\]|:\d|-\w|[.,]\d|%)/g;

function isCalledCode(written: string, before: string, after: string): boolean {
  if (!written.startsWith("-")) return isResult(Number(written)) || ERROR_BEFORE.test(before);
  return written.length > 7 || AS_ERROR.test(after) || ERROR_RIGHT_BEFORE.test(before);
}

/** `NativeError = -3015`, but not `ChartType = -4102`. */
const ERROR_RIGHT_BEFORE =
  /(?:err(?:or)?s?|jet|code|hr|status|result|return(?:s|ed|ing)?|rc)\b(?: (?:number|code|no\.?|is|was|of))?[\s:=#'"([{.,]{0,6}$/i;

/** Small negative numbers are errors of a database where that is said: `an -1018 error`, `-1018 (JET_errReadVerifyFailure)`. */
const AS_ERROR = /^\)?,?\s{0,2}(?:[Ee]rror|\(?(?:JET_|ec[A-Z]))/;

/** A failure of one of the facilities in use: telephone numbers and times rarely are. */
function isResult(value: number): boolean {
  const top = value >>> 16;
  return (top >= 0x8000 && top <= 0x8050) || (top >= 0xc000 && top <= 0xc02f) || top === 0xffff;
}

/**
 * `Stop 0A`, `STOP: 7B`, `bugcheck 1E`: what people write of a blue screen. The log of Windows has its code in decimal
 * (`BugcheckCode 123`), and who types three digits may have read it there.
 */
function stopCodes(text: string): readonly CodeSignal[] {
  return [...text.matchAll(STOP)].flatMap((match) => {
    const written = match[2] ?? "";
    const end = match.index + match[0].length;
    const span: Span = { start: end - written.length, end };
    return readingsOf(written, /code$/i.test(match[1] ?? "")).map((value) => stopCode(value, written, span));
  });
}

function readingsOf(written: string, isLogged: boolean): readonly number[] {
  const hex = Number.parseInt(written, 16);
  const isDecimal = /^[1-9]\d{0,3}$/.test(written);
  if (isDecimal && isLogged) return [Number(written)];
  return isDecimal && written.length > 2 ? [hex, Number(written)] : [hex];
}

function stopCode(value: number, written: string, span: Span): CodeSignal {
  return { kind: "code", code: codeOf(value), notation: "hex", written, span };
}

const STOP =
  /\b(STOP|[Ss]top(?= 0)|Stop(?= \d[A-F]|: )|[Bb]ug ?[Cc]heck(?:[Cc]ode)?|BSOD|bsod|[Bb]lue ?[Ss]creen)(?: (?:code|error|message|was))?(?::?\s{1,3}|[:=]\s?)((?=\w{0,2}\d)(?:0[0-9A-Fa-f]{1,3}|[1-9A-Fa-f][0-9A-Fa-f]{1,2}))(?![\w%]|[.,:-]\d)/g;

function codeAt(written: string, notation: CodeNotation, start: number): readonly CodeSignal[] {
  const code = canonicalCode(written);
  const span: Span = { start, end: start + written.length };
  return code === undefined ? [] : [{ kind: "code", code, notation, written, span }];
}
