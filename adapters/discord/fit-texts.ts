import type { Block } from "../../src/core/view/view.ts";
import { capped, fitted, shares } from "./fit.ts";
import { DISCORD_LIMITS } from "./limits.ts";

/** What stands below a message of which something was left out. */
export const SIGN = "-# ✂ Shortened: Discord has no room for all of it.";

/** A block's text as it is shown. */
export type Text = { readonly text: string; readonly isCut: boolean };

/** The text of each block, all together within the room there is. */
export function textsOf(blocks: readonly Block[], render: (block: Block) => string): readonly Text[] {
  const shorter = blocks.map((block) => capped(block, DISCORD_LIMITS.text));
  const whole = shorter.map(render);
  const lengths = whole.map(({ length }) => (length === 0 ? 0 : length + GAP));
  const allotted = shares(lengths, DISCORD_LIMITS.text - SIGN.length - GAP, LEAST_SHARE);
  return shorter.map((block, index) => {
    const text = whole[index] ?? "";
    const room = (allotted[index] ?? 0) - GAP;
    if (text.length <= room || text === "") return { text, isCut: block !== blocks[index] };
    return { text: room < LEAST_ROOM ? "" : cutTo(block, room, render), isCut: true };
  });
}

/** No block is cut to less than this while others are whole. */
const LEAST_SHARE = 200;

/** Less than this says nothing. */
const LEAST_ROOM = 20;

/** Between two blocks there is a blank line at most. */
const GAP = 2;

function cutTo(block: Block, room: number, render: (block: Block) => string): string {
  const text = render(fitted(block, room, render));
  return text.length <= room ? text : "";
}
