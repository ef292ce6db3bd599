import { byPattern, type Finding, type Shape } from "../shape.ts";

/** Private keys in their files' notations, whole, cut off, indented, quoted, or on one line with `\n` for a break. */
export const PRIVATE_KEY_SHAPES: readonly Shape[] = [
  { name: "pem-private-key", says: "private key", find: pemBlocks, wraps: false },
  byPattern("putty-private-key", "private key", /Private-Lines: ?\d{1,4}\r?\n((?:[A-Za-z0-9+/=]{1,80}\r?\n?){1,200})/),
  byPattern(
    "openssh-private-key",
    "private key",
    /(?<![A-Za-z0-9+/])b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=\\\r\n >|]{20,20000}/,
  ),
  byPattern(
    "der-private-key",
    "private key",
    /(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{3,4}IBA[AD][A-Za-z0-9+/=\\\r\n >|]{60,20000}/,
  ),
  byPattern("age-secret-key", "private key", /AGE-SECRET-KEY-1[A-Z0-9]{58}/, { wraps: true }),
  byPattern("wireguard-key", "private key", /(?:PrivateKey|PresharedKey)[ \t]{0,4}=[ \t]{0,4}([A-Za-z0-9+/]{43}=)/),
];

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** More than any key needs. */
const LONGEST_KEY = 40_000;

/** From behind the opening line to the closing one, or to where the key breaks off. Each end is looked for once. */
function* pemBlocks(text: string): Iterable<Finding> {
  let done = 0;
  let closing = 0;
  for (const { index, 0: opening } of text.matchAll(BEGIN)) {
    if (index < done) continue;
    const start = index + opening.length;
    if (closing !== -1 && closing < start) closing = text.indexOf("-----END", start);
    done = closing === -1 || closing - start > LONGEST_KEY ? breakOff(text, start) : closing;
    if (/\w/.test(text.slice(start, done))) yield { start, end: done };
  }
}

/** A line of a key: base 64, or a header of an encrypted one; whatever quotes it may stand before it. */
const KEY_LINE =
  /(?:\r?\n|\\r?\\?n|[ \t])[ \t>|#*]{0,16}(?:[A-Za-z0-9+/=]{8,}|(?:Proc-Type|DEK-Info|Version|Comment): ?[^\r\n]{0,80}|)/y;

function breakOff(text: string, start: number): number {
  KEY_LINE.lastIndex = start;
  let end = start;
  while (end - start < LONGEST_KEY && KEY_LINE.test(text)) end = KEY_LINE.lastIndex;
  return end;
}
