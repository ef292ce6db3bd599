import type { Block } from "./block.ts";

/** Leaves out what says nothing about the problem: warranties for other vendors' products, copyright lines. */
export function withoutBoilerplate(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "paragraph" || !HINT.test(block.text)) return [block];
    const text = block.text
      .split(SENTENCE_END)
      .filter((sentence) => !isBoilerplate(sentence))
      .join(" ");
    return text === "" ? [] : [{ kind: "paragraph", text }];
  });
}

/** Nearly every paragraph has none of these words, and is not looked at any closer. */
const HINT = /warranty|copyright|\(c\)|contributions by|rights reserved/i;

const SENTENCE_END = /(?<=\.)\s+(?=[A-Z(])/;

function isBoilerplate(sentence: string): boolean {
  return BOILERPLATE.some((shape) => shape.test(sentence));
}

const BOILERPLATE: readonly RegExp[] = [
  /we make no warranty, (?:implied or otherwise|either express)/i,
  /^(?:\(c\)|copyright) (?:\(c\) )?(?:\d{4},? )?Microsoft Corporation\b[^.]{0,60}\.?$/i,
  /^All rights reserved\.?$/i,
  /^Contributions by [A-Z][\w. -]+, Microsoft Corporation\.?$/i,
];
