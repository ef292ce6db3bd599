import { assertNever } from "../brand.ts";

/** A piece of a foreign document, freed from the way it was written down (indentation, Markdown, HTML). */
export type Block =
  /** Level 1 divides a document, level 2 a section. */
  | { readonly kind: "heading"; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Text whose line breaks matter: a message, an event record, a command, a listing, a table; the language where it is said. */
  | { readonly kind: "literal"; readonly lines: readonly string[]; readonly language?: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Item[] };

/** One entry of a list: what stands behind the bullet or the number. */
export type Item = readonly Block[];

/** The words of some blocks as plain text, one block after the other. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join("\n\n");
}

function textOf(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.text;
    case "literal":
      return block.lines.join("\n");
    case "list":
      return block.items.map(plainText).join("\n\n");
    default:
      return assertNever(block);
  }
}
