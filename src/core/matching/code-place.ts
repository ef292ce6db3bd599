import { saysCode } from "../signals/says-code.ts";
import { isInStopScreen, STOP_SCREEN_LENGTH } from "../signals/stop-parameter.ts";

/** Whether a minus stands before the word at `start`, and before that nothing that would make it a hyphen. */
export function isSigned(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === MINUS && !/\w/.test(text[start - 2] ?? "");
}

const MINUS = 0x2d;

/**
 * What a value in an article is: `mentioned` as a code; `faint`, a small one that more likely is a setting, a flag or an
 * argument; or `dumped`, a distance (`STORE!EcRead+0x100`) or a small one in a row of a stack, of registers or of
 * disassembled code, which nobody looks for. Large ones (`C0000005`) are codes wherever they stand.
 */
export function codePlace(code: string, length: number, text: string, start: number): "mentioned" | "faint" | "dumped" {
  if (!SMALL.test(code)) return "mentioned";
  const isPrefixed = text[start + 1]?.toLowerCase() === "x";
  if (isPrefixed && length < FULL && text[start - 1] === "+") return "dumped";
  const line = lineAt(text, start);
  if (DUMP_ROW.test(line)) return "dumped";
  const before = text.slice(Math.max(0, start - STOP_SCREEN_LENGTH), start);
  if (isInStopScreen(before) || FLAG.test(line)) return "faint";
  const isFull = isPrefixed ? length >= FULL : isSigned(text, start);
  return isFull || saysCode(before.slice(-BEFORE)) ? "mentioned" : "faint";
}

const SMALL = /^(?:0000|F{8})/;

/** Whether a word is a decimal number that the words right before it call an error of the system. */
export function isCalledError(letters: Uint16Array, length: number, text: string, start: number): boolean {
  for (let at = 0; at < length; at++) if (letters[at]! < ZERO || letters[at]! > NINE) return false;
  return CALLED.test(text.slice(Math.max(0, start - CALL), start));
}

const ZERO = 0x30;
const NINE = 0x39;

/** Letters. */
const CALL = 28;

/** Those of Basic at run time are its own. */
const CALLED =
  /(?<!run[- ]?time )\b(?:errors?|errno|(?:error|return|status|result) code|rc|return(?:s|ed)|GetLastError\(\))(?: (?:number|no\.?|code|is|was|of))?[\s:=#('"]{1,3}$/i;

/** `0x0000000A`. Written shorter, or without `0x`, it is a code only where something says so. */
const FULL = 10;

/** A header defines flags as it defines errors, but calls only these so. */
const FLAG = /^[ \t]{0,8}#define\s+(?!\w{0,40}(?:err|fail|status|exception|bugcheck|stop))\w/i;

/** Letters in front of a value that may say what it is. */
const BEFORE = 48;

/** Two bare values in a row, the first of eight digits; or a register and its value. */
const DUMP_ROW = /(?<![\w+-])[0-9a-f]{8}[ \t]{1,4}[0-9a-f]{6,16}(?!\w)|\be(?:[abcd]x|[sd]i|[sbi]p)=[0-9a-f]{8}/i;

/** The line around a place; empty where it is too long for a row. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(text.lastIndexOf("\n", start) + 1, end < 0 ? undefined : end);
  return line.length > LONGEST_ROW ? "" : line;
}

/** Letters. Rows of dumps are narrow; a longer line is a paragraph that may speak of both. */
const LONGEST_ROW = 400;
