import { isProductVersion } from "../product.ts";
import type { EventSignal } from "../signal.ts";
import { phraseFrom } from "./phrase.ts";
import { isSource } from "./spoken-source.ts";

/** A short command of a name and a number, either first: "SNA Server 23", "4129 sysmgmt". */
export function readTyped(text: string): readonly EventSignal[] {
  const match = TYPED.exec(text.trim());
  const name = (match?.[1] ?? match?.[4] ?? "")
    .trim()
    .replace(/[,:#/([-]+$/, "")
    .trim();
  const digits = match?.[2] ?? match?.[3];
  if (
    match === null ||
    NEGATIVE.test(text) ||
    !isSource(name) ||
    /\d{6}|0x/i.test(name) ||
    isProductVersion(name, digits ?? "")
  )
    return [];
  const start = text.indexOf(match[0]);
  return phraseFrom({ start, end: start + match[0].length }, digits, name);
}

/** `JET_errDiskFull (-1808)` */
const NEGATIVE = /[\s(]-\d/;

const TYPED =
  /^(?:([\p{L}][^\n;"'?!]{1,60}?)[ ,:#/([-]{1,3}(\d{1,5})[\])]?|[([]?(\d{1,5})[\])]?[ ,:/-]{1,3}\(?([\p{L}][^\n;"'?!]{1,60}?)\)?)$/u;
