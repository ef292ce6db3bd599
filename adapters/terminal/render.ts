import { assertNever } from "../../src/core/brand.ts";
import type { Block, View } from "../../src/core/view/view.ts";
import { clean, cleanLine } from "./clean.ts";
import { buttonRow, commandLines } from "./render-buttons.ts";
import { pieces } from "./render-text.ts";
import { flow, MARGIN, painted, type Screen } from "./screen.ts";
import { paint } from "./style.ts";
import { widthOf } from "./width.ts";

/** A view as lines for a terminal, each within the width; only code is never broken, so that it can be copied. */
export function render(view: View, screen: Screen): string {
  const parts = view.blocks
    .map((block) => ({ block, lines: linesOf(block, screen) }))
    .filter(({ lines }) => lines.length > 0);
  const text = parts.map(({ block, lines }, index) => {
    return `${needsGap(parts[index - 1]?.block, block) ? "\n" : ""}${lines.join("\n")}\n`;
  });
  return text.join("");
}

function linesOf(block: Block, screen: Screen): readonly string[] {
  switch (block.kind) {
    case "heading":
      return flow([{ text: cleanLine(block.text), style: "heading" }], screen);
    case "paragraph":
      return flow(pieces(block.text), screen);
    case "quote":
      return flow(pieces(block.text), screen, "│ ");
    case "note":
      return flow(pieces(block.text, "dim"), screen);
    case "code":
      return codeLines(block.text, screen);
    case "list":
      return block.items.flatMap((item, index) => flow(pieces(item), screen, block.ordered ? `${index + 1}. ` : "• "));
    case "divider":
      return [painted([{ text: "─".repeat(screen.columns - MARGIN), style: "dim" }], screen)];
    case "buttons":
      return screen.buttons.kind === "keys"
        ? buttonRow(block, screen.buttons.keys, screen)
        : commandLines(block, screen);
  }
  return assertNever(block);
}

/** Indented where there is room; else as it is, from the first column, for the terminal to wrap and the mouse to copy. */
function codeLines(text: string, screen: Screen): readonly string[] {
  const lines = clean(text).replace(/\n+$/, "").split("\n");
  const hasRoom = lines.every((line) => widthOf(line) <= screen.columns - 2 * MARGIN);
  const indent = hasRoom ? " ".repeat(2 * MARGIN) : "";
  return lines.map((line) => `${indent}${paint(line, "code", screen.isColoured)}`.trimEnd());
}

/** Small print belongs to what stands above it, and a list to the line that announces it. */
function needsGap(above: Block | undefined, block: Block): boolean {
  if (above === undefined) return false;
  if (block.kind === "note") return above.kind !== "heading" && above.kind !== "note";
  const isAnnounced = above.kind === "paragraph" && block.kind === "list";
  return !isAnnounced;
}
