import { ComponentType } from "discord.js";
import type { APIComponentInContainer } from "discord.js";
import type { TokenOf } from "../../src/app/platform.ts";
import { shortened } from "../../src/core/view/rich.ts";
import type { Block, View } from "../../src/core/view/view.ts";
import { escapeLine } from "./text.ts";
import { SIGN, type Text } from "./fit-texts.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { renderButtons, showAll } from "./render-buttons.ts";

/** Texts and buttons as components in their order, as long as there is room for them. There is always something to see. */
export function layOut(
  { blocks, fallback, all }: View,
  texts: readonly Text[],
  tokenOf: TokenOf,
): APIComponentInContainer[] {
  const draft = drafted(blocks, texts, tokenOf);
  const isShort = draft.isShort || texts.some(({ isCut }) => isCut);
  const components = merged([...draft.parts, ...(isShort ? signed(all, tokenOf) : [])]);
  if (components.length > 0) return components;
  return [textDisplay(shortened(escapeLine(fallback.slice(0, LONGEST_FALLBACK)), DISCORD_LIMITS.text) || "…")];
}

/** The sign that something is missing, and the way to it. */
function signed(all: View["all"], tokenOf: TokenOf): readonly Part[] {
  const sign = { kind: "text", text: SIGN } as const;
  return all === undefined ? [sign] : [sign, { kind: "components", components: [showAll(tokenOf(all))], count: 2 }];
}

/** Where a view shows nothing else. */
const LONGEST_FALLBACK = 1_000;

type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "components"; readonly components: readonly APIComponentInContainer[]; readonly count: number };

type Draft = { readonly parts: readonly Part[]; readonly isShort: boolean };

/** The parts of the message in order, as long as there are components left for them. */
function drafted(blocks: readonly Block[], texts: readonly Text[], tokenOf: TokenOf): Draft {
  let [left, numbered, isShort] = [ROOM_FOR_COMPONENTS, 0, false];
  const parts = blocks.flatMap((block, index): readonly Part[] => {
    const text = texts[index]?.text ?? "";
    if (text !== "") return [{ kind: "text", text: `${gapBefore(blocks, texts, index)}${text}` }];
    const part = componentsOf(block, numbered, tokenOf);
    if (part === undefined) return [];
    isShort ||= part.omitted > 0 || part.count >= left;
    if (part.count >= left) return [];
    left -= part.count + 1;
    numbered += part.count;
    return [{ kind: "components", components: part.components, count: part.count }];
  });
  return { parts, isShort };
}

/** The container, the text at the end, a file with all of it, and the button that shows it with its row count as well. */
const ROOM_FOR_COMPONENTS = DISCORD_LIMITS.components - 5;

function componentsOf(block: Block, from: number, tokenOf: TokenOf) {
  if (block.kind === "divider")
    return { components: [{ type: ComponentType.Separator } as const], count: 1, omitted: 0 };
  if (block.kind !== "buttons") return undefined;
  const { rows, omitted } = renderButtons(block, from, tokenOf);
  return { components: rows, count: rows.reduce((sum, row) => sum + 1 + row.components.length, 0), omitted };
}

/** Small print and announced lists stand close to what is above them. */
function gapBefore(blocks: readonly Block[], texts: readonly Text[], index: number): string {
  const above = blocks[index - 1];
  if (above === undefined || texts[index - 1]?.text === "") return "";
  const { kind } = blocks[index] ?? above;
  const isClose = kind === "note" || kind === "list" || kind === "code" || above.kind === "heading";
  return isClose ? "\n" : "\n\n";
}

/** Neighbouring texts are one component. */
function merged(parts: readonly Part[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let text = "";
  const flush = (): void => {
    if (text.trim() !== "") components.push(textDisplay(text.trim()));
    text = "";
  };
  for (const part of parts) {
    if (part.kind === "text") text += text === "" || part.text.startsWith("\n") ? part.text : `\n${part.text}`;
    else {
      flush();
      components.push(...part.components);
    }
  }
  flush();
  return components;
}

function textDisplay(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}
