import { cutAt, plain } from "../../src/core/view/rich.ts";
import type { Block, RichText } from "../../src/core/view/view.ts";

/** The beginning of a block that is too long: as much as renders to so many characters, with `…` for the rest. */
export function fitted(block: Block, room: number, render: (block: Block) => string): Block {
  let [fits, over] = [0, Math.min(lengthOf(block), room) + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (render(shortenedTo(block, middle)).length <= room) fits = middle;
    else over = middle;
  }
  return shortenedTo(block, fits);
}

/** The block itself, or its beginning where it is longer than could ever be shown. */
export function capped(block: Block, most: number): Block {
  return lengthOf(block) > most ? shortenedTo(block, most) : block;
}

/**
 * How many characters each of these lengths may keep so that they are at most `room` together: the short ones stay whole,
 * the longest give way. Where even that leaves less than `least` to each, the first ones are served first.
 */
export function shares(lengths: readonly number[], room: number, least: number): readonly number[] {
  const cap = Math.max(least, levelOf(lengths, room));
  let left = room;
  return lengths.map((length) => {
    const share = Math.min(length, cap, left);
    left -= share;
    return share;
  });
}

/** As water finds its level: the greatest cap under which all fit. */
function levelOf(lengths: readonly number[], room: number): number {
  let left = room;
  const ascending = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of ascending.entries()) {
    const even = Math.floor(left / (ascending.length - index));
    if (length > even) return even;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}

function lengthOf(block: Block): number {
  if (block.kind === "list") return block.items.reduce((sum, item) => sum + richLength(item) + 1, 0);
  if (block.kind === "heading" || block.kind === "code") return block.text.length;
  return "text" in block ? richLength(block.text) : 0;
}

function shortenedTo(block: Block, most: number): Block {
  switch (block.kind) {
    case "heading":
      return { ...block, text: `${block.text.slice(0, cutAt(block.text, most)).trimEnd()}…` };
    case "code":
      return { ...block, text: `${block.text.slice(0, cutAt(block.text, most)).trimEnd()}\n…` };
    case "list":
      return { ...block, items: firstItems(block.items, most) };
    case "paragraph":
    case "quote":
    case "note":
      return { ...block, text: firstOf(block.text, most) };
    case "divider":
    case "buttons":
      return block;
  }
}

function firstItems(items: readonly RichText[], most: number): readonly RichText[] {
  let left = most;
  const kept: RichText[] = [];
  for (const item of items) {
    const length = richLength(item) + 1;
    if (length > left) return [...kept, firstOf(item, Math.max(0, left - 1))];
    kept.push(item);
    left -= length;
  }
  return kept;
}

function firstOf(text: RichText, most: number): RichText {
  let left = most;
  const kept = text.flatMap((inline): RichText => {
    if (left <= 0) return [];
    const length = "name" in inline ? inline.name.length : inline.text.length;
    const room = left;
    left -= length;
    if (length <= room) return [inline];
    return "name" in inline ? [] : [{ ...inline, text: inline.text.slice(0, cutAt(inline.text, room)) }];
  });
  return [...kept, plain("…")];
}

function richLength(text: RichText): number {
  return text.reduce((sum, inline) => sum + ("name" in inline ? inline.name : inline.text).length, 0);
}
