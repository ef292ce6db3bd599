import type { Block } from "./block.ts";

/**
 * Makes a paragraph literal where the one before it ends by announcing a message: pages and lists set messages off by
 * nothing else, and a message must stay recognisable as one piece.
 */
export function setOffMessages(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    if (block.kind === "list") return { ...block, items: block.items.map(setOffMessages) };
    const before = blocks[at - 1];
    const announced = block.kind === "paragraph" && before?.kind === "paragraph" && ANNOUNCES.test(before.text);
    return announced && isMessage(block.text) ? { kind: "literal", lines: [block.text] } : block;
  });
}

const ANNOUNCES = /\b(?:errors?|messages?|warnings?)\b[^.:]{0,60}:$/i;

function isMessage(text: string): boolean {
  return text.length <= LONGEST && !text.endsWith(":") && !ADVICE.test(text);
}

const LONGEST = 400;

const ADVICE = /^(?:to|click|note|if|when|for (?:more|additional)|this|these|you|the following|see|-or-)\b/i;
