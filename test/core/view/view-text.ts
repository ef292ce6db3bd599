import { assertNever } from "../../../src/core/brand.ts";
import { textOf } from "../../../src/core/view/rich.ts";
import type { Block, Button, View } from "../../../src/core/view/view.ts";

/** All that a view says, a line a block, with its buttons in brackets. */
export function viewText(view: View): string {
  return view.blocks.map(blockText).join("\n");
}

/** The labels of the view's buttons: those in sight, then those behind "more". */
export function labels(view: View): readonly (readonly string[])[] {
  const rows = view.blocks.filter((block) => block.kind === "buttons");
  return [rows.flatMap(({ buttons }) => buttons.map(labelOf)), rows.flatMap(({ more }) => more.map(labelOf))];
}

export function buttonNamed(view: View, label: string): Button {
  const rows = view.blocks.filter((block) => block.kind === "buttons");
  const found = rows.flatMap(({ buttons, more }) => more.concat(buttons)).find((button) => button.label === label);
  if (found === undefined)
    throw new Error(`Expected a button "${label}", but there are ${JSON.stringify(labels(view))}`);
  return found;
}

function labelOf({ label }: Button): string {
  return label;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "code":
      return block.text;
    case "paragraph":
    case "quote":
    case "note":
      return textOf(block.text);
    case "list":
      return block.items.map((item) => `- ${textOf(item)}`).join("\n");
    case "divider":
      return "---";
    case "buttons":
      return [...block.buttons, ...block.more].map(({ label }) => `[${label}]`).join(" ");
  }
  return assertNever(block);
}
