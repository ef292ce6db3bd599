import type { SlackBlock } from "./render.ts";

/** A part of a message before it is known whether there is room for it. */
export type Piece =
  /** Rich text; `joins` what is above it in one block. */
  | { readonly kind: "rich"; readonly elements: readonly object[]; readonly joins: boolean; readonly isCut: boolean }
  | { readonly kind: "text"; readonly block: SlackBlock; readonly isCut: boolean }
  /** Buttons. They are kept when text has to go. */
  | { readonly kind: "control"; readonly block: SlackBlock; readonly isCut: boolean };

export type Room = { readonly blocks: number; readonly characters: number };

/**
 * As many blocks as there is room for: buttons before text, then from the top. Where something is missing, a line says so,
 * and `rest`, if there is one, is the way to it.
 */
export function fit(pieces: readonly Piece[], whole: Room, rest?: SlackBlock): readonly SlackBlock[] {
  const room = rest === undefined ? whole : lessThan(whole, rest);
  const loose = merged(pieces, false);
  const all = loose.length < room.blocks ? loose : merged(pieces, true);
  const kept = affordable(all, room);
  const isCut = kept.size < all.length || pieces.some((piece) => piece.isCut);
  const blocks = all.filter((entry) => kept.has(entry));
  return isCut ? withSign(blocks, rest) : blocks.map(({ block }) => block);
}

function lessThan({ blocks, characters }: Room, block: SlackBlock): Room {
  return { blocks: blocks - 1, characters: characters - JSON.stringify(block).length - 1 };
}

/**
 * The same over several messages, the buttons under the last one. Nothing is left out but what is too long for one message,
 * and what comes after the last one.
 */
export function paged(pieces: readonly Piece[], room: Room, most: number): readonly (readonly SlackBlock[])[] {
  const texts: Piece[][] = [[]];
  let left = room.characters - SIGN_LENGTH;
  for (const piece of pieces.filter(({ kind }) => kind !== "control")) {
    const length = JSON.stringify(piece).length;
    const page = texts.at(-1) ?? [];
    const isFull = length > left || page.length >= room.blocks - 2;
    if (isFull && page.length > 0 && texts.length < most) {
      texts.push([piece]);
      left = room.characters - SIGN_LENGTH - length;
    } else {
      page.push(piece);
      left -= length;
    }
  }
  const controls = pieces.filter(({ kind }) => kind === "control");
  return texts.map((page, index) => fit(index === texts.length - 1 ? [...page, ...controls] : page, room));
}

type Entry = { readonly isControl: boolean; readonly block: SlackBlock };

/** Rich text that belongs together is one block; where blocks are scarce, all that is next to each other. */
function merged(pieces: readonly Piece[], isTight: boolean): readonly Entry[] {
  const entries: Entry[] = [];
  let open: object[] | undefined;
  for (const piece of pieces) {
    if (piece.kind !== "rich") {
      open = undefined;
      entries.push({ isControl: piece.kind === "control", block: piece.block });
    } else if (open !== undefined && (piece.joins || isTight)) open.push(...piece.elements);
    else {
      open = [...piece.elements];
      entries.push({ isControl: false, block: { type: "rich_text", elements: open } });
    }
  }
  return entries;
}

/** So much of the room at most goes to buttons. */
const FOR_CONTROLS = 0.7;

function affordable(all: readonly Entry[], room: Room): ReadonlySet<Entry> {
  const kept = new Set<Entry>();
  let [blocks, characters] = [room.blocks - 1, room.characters - SIGN_LENGTH];
  const keep = (entries: readonly Entry[], share: number): void => {
    const [leastBlocks, leastCharacters] = [blocks * (1 - share), characters * (1 - share)];
    for (const entry of entries) {
      const length = JSON.stringify(entry.block).length + 1;
      if (blocks - 1 < leastBlocks || characters - length < leastCharacters) return;
      kept.add(entry);
      blocks -= 1;
      characters -= length;
    }
  };
  keep(
    all.filter(({ isControl }) => isControl),
    FOR_CONTROLS,
  );
  keep(
    all.filter(({ isControl }) => !isControl),
    1,
  );
  return kept;
}

/** The sign stands where the text ends, above the last buttons. */
function withSign(entries: readonly Entry[], rest: SlackBlock | undefined): readonly SlackBlock[] {
  const last = entries.findLastIndex(({ isControl }) => !isControl);
  const blocks = entries.map(({ block }) => block);
  return [...blocks.slice(0, last + 1), SIGN, ...(rest === undefined ? [] : [rest]), ...blocks.slice(last + 1)];
}

const SIGN: SlackBlock = {
  type: "context",
  elements: [{ type: "plain_text", text: "✂ Shortened: Slack has no room for all of it.", emoji: false }],
};

const SIGN_LENGTH = JSON.stringify(SIGN).length + 2;
