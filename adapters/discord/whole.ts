import { ComponentType } from "discord.js";
import type { RawFile } from "discord.js";
import { textOf } from "../../src/core/view/rich.ts";
import type { Block, View } from "../../src/core/view/view.ts";
import { SIGN } from "./fit-texts.ts";
import type { MessageBody } from "./render.ts";

/** A message and the files that go with it. */
export type WithFiles = { readonly body: MessageBody; readonly files: RawFile[] };

/** Where something was left out of a private answer, the whole of it goes along as a text file. */
export function withWhole(view: View, body: MessageBody): WithFiles {
  const [container] = body.components;
  const isCut = container.components.some(
    (one) => one.type === ComponentType.TextDisplay && one.content.endsWith(SIGN),
  );
  if (!isCut) return { body, files: [] };
  const file = { type: ComponentType.File, file: { url: `attachment://${NAME}` } } as const;
  const components = [...container.components, file];
  const data = view.blocks
    .map(plainText)
    .filter((text) => text !== "")
    .join("\n\n");
  return { body: { ...body, components: [{ ...container, components }] }, files: [{ name: NAME, data }] };
}

const NAME = "all-of-it.txt";

function plainText(block: Block): string {
  if (block.kind === "buttons") return "";
  if (block.kind === "divider") return "---";
  if (block.kind === "heading" || block.kind === "code") return block.text;
  if (block.kind === "list")
    return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${textOf(item)}`).join("\n");
  return textOf(block.text);
}
