import { codeOf } from "../signals/code.ts";
import type { UnitSignal } from "./unit.ts";
import { codeNamed } from "./named-codes.ts";

/**
 * Codes that say the same as a signal in another range: an error of Windows wrapped into a result (`80070035` is `error 53`
 * is `0x35`), and what a constant is called for (`E_ACCESSDENIED`). They are weaker reasons than the code itself.
 */
export function relatedCodes(signal: UnitSignal): readonly string[] {
  if (signal.kind === "code") return wrappingOf(signal.code);
  if (signal.kind === "name") return codesOfName(signal.name);
  return signal.kind === "error-number" && isOfWindows(signal) ? codesOfNumber(Number(signal.number)) : [];
}

function codesOfName(name: string): readonly string[] {
  const code = codeNamed(name);
  return code === undefined ? [] : [code, ...wrappingOf(code)];
}

/** `C000150D` may be event 5389 with its severity in front; below 1000 stand the statuses of Windows. */
export function eventBehind(code: string): readonly number[] {
  return /^[4C]000[1-9A-F]/.test(code) ? [Number.parseInt(code.slice(4), 16)] : [];
}

/** A result of the facility of Windows has its error in the lower half. */
function wrappingOf(code: string): readonly string[] {
  if (code.startsWith(WINDOWS)) return [`0000${code.slice(4)}`];
  return /^0000(?!00[01])/.test(code) ? [WINDOWS + code.slice(4)] : [];
}

const WINDOWS = "8007";

/** What compilers and databases number is their own. */
function isOfWindows({ family, number }: Extract<UnitSignal, { kind: "error-number" }>): boolean {
  return /^(?:error|return code)$/.test(family) && /^\d{2,5}$/.test(number);
}

function codesOfNumber(value: number): readonly string[] {
  const code = codeOf(value);
  return value < LEAST || value > 0xffff ? [] : [code, ...wrappingOf(code)];
}

/** Below, a value in hex is a flag or a count more often than an error. */
const LEAST = 32;
