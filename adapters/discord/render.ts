import { ComponentType, MessageFlags } from "discord.js";
import type { APIAllowedMentions, APIContainerComponent } from "discord.js";
import { assertNever } from "../../src/core/brand.ts";
import type { TokenOf } from "../../src/app/platform.ts";
import type { Block, RichText, View } from "../../src/core/view/view.ts";
import { codeFence, escapeLine } from "./text.ts";
import { textsOf } from "./fit-texts.ts";
import { layOut } from "./lay-out.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { mentionsIn, renderText } from "./render-text.ts";

/** What Discord is sent: one container of components v2, which needs no permission to embed links. */
export type MessageBody = {
  readonly flags: number;
  readonly components: readonly [APIContainerComponent];
  readonly allowed_mentions: APIAllowedMentions;
};

/** A view as a message within every limit. What does not fit is cut with `…`, and the last line says so. */
export function render(view: View, tokenOf: TokenOf): MessageBody {
  const components = layOut(view, textsOf(view.blocks, renderBlock), tokenOf);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components }],
    allowed_mentions: { parse: [], users: mentionedIn(view.blocks), replied_user: false },
  };
}

/** The text of a block in Discord's Markdown; nothing for what is no text. */
function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return prefixed("### ", escapeLine(block.text));
    case "paragraph":
      return renderText(block.text).trim();
    case "code":
      return block.text.trim() === "" ? "" : codeFence(block.text, block.language);
    case "list":
      return block.items.map((item, index) => listItem(item, block.ordered ? `${index + 1}. ` : "- ")).join("\n");
    case "quote":
      return prefixed("> ", renderText(block.text).trim().replaceAll("\n", "\n> "));
    case "note":
      return prefixed("-# ", renderText(block.text, "line").trim());
    case "divider":
    case "buttons":
      return "";
  }
  return assertNever(block);
}

function listItem(item: RichText, mark: string): string {
  return `${mark}${renderText(item, "line").trim() || "…"}`;
}

function prefixed(mark: string, text: string): string {
  return text === "" ? "" : `${mark}${text}`;
}

function mentionedIn(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) => {
    if (block.kind === "list") return block.items;
    return "text" in block && typeof block.text !== "string" ? [block.text] : [];
  });
  return [...new Set(texts.flatMap(mentionsIn))].slice(0, DISCORD_LIMITS.mentions);
}
