import type { TokenOf } from "../../src/app/platform.ts";
import { assertNever } from "../../src/core/brand.ts";
import { textOf } from "../../src/core/view/rich.ts";
import type { Block, View } from "../../src/core/view/view.ts";
import { fit, paged, type Piece } from "./fit.ts";
import { inParts } from "./in-parts.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { renderButtons, renderShowAll } from "./render-buttons.ts";
import { type Clipped, renderCode, renderInlines, renderList, type RichElement } from "./render-rich.ts";
import { renderText } from "./render-text.ts";
import { spoken } from "./spoken.ts";
import { plainText, shown } from "./text.ts";

/** What Slack is sent: blocks to look at, and the text that notifications and screen readers use instead. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/** A block of Block Kit. {@link https://docs.slack.dev/reference/block-kit/blocks} */
export type SlackBlock = { readonly type: string; readonly [field: string]: unknown };

/** A view as a message within every limit of Slack's. What does not fit is cut, a line says so, and a button shows all of it. */
export function render(view: View, tokenOf: TokenOf): SlackMessage {
  const pieces = view.blocks.flatMap((block, index) => renderBlock(block, tokenOf, index));
  const blocks = fit(pieces, MESSAGE, view.all === undefined ? undefined : renderShowAll(tokenOf(view.all)));
  const text = spoken(view);
  return { text, blocks: blocks.length > 0 ? blocks : [{ type: "section", text: plainText(view.fallback, 3_000) }] };
}

/** A view as several messages where one is too small: for private answers, which stand in nobody's way. */
export function renderPages(view: View, tokenOf: TokenOf, most: number): readonly SlackMessage[] {
  const [whole, brief] = [render(view, tokenOf), spoken({ ...view, blocks: [{ kind: "divider" }] })];
  const pieces = view.blocks.flatMap(inParts).flatMap((block, at) => renderBlock(block, tokenOf, at));
  const pages = paged(pieces, MESSAGE, most);
  return pages[0]?.length === 0
    ? [whole]
    : pages.map((blocks, at) => ({ text: at === 0 ? whole.text : brief, blocks }));
}

const MESSAGE = { blocks: SLACK_LIMITS.messageBlocks, characters: SLACK_LIMITS.messageCharacters } as const;

/** A view as the Home tab. It has no buttons there: a click would belong to no channel. */
export function renderHome(view: View): { readonly type: "home"; readonly blocks: readonly SlackBlock[] } {
  const pieces = view.blocks.flatMap((block, index) => renderBlock(block, noToken, index));
  const visible = pieces.filter(({ kind }) => kind !== "control");
  return { type: "home", blocks: fit(visible, { ...MESSAGE, blocks: SLACK_LIMITS.viewBlocks }) };
}

const noToken: TokenOf = () => "";

/** From our words to Slack's. */
function renderBlock(block: Block, tokenOf: TokenOf, index: number): readonly Piece[] {
  switch (block.kind) {
    case "heading":
      return isBlank(block.text) ? [] : [heading(block.text)];
    case "paragraph":
      return richPieces("rich_text_section", renderInlines(block.text, SLACK_LIMITS.blockText));
    case "quote":
      return joining(richPieces("rich_text_quote", renderInlines(block.text, SLACK_LIMITS.blockText)));
    case "code":
      return joining(richPieces("rich_text_preformatted", renderCode(block.text, SLACK_LIMITS.blockText)));
    case "list":
      return joining(listPieces(block));
    case "note":
      return isBlank(textOf(block.text)) ? [] : [note(block)];
    case "divider":
      return [{ kind: "text", block: { type: "divider" }, isCut: false }];
    case "buttons":
      return renderButtons(block, tokenOf, index);
  }
  return assertNever(block);
}

function heading(text: string): Piece {
  const isCut = text.length > SLACK_LIMITS.header;
  return { kind: "text", block: { type: "header", text: plainText(text, SLACK_LIMITS.header) }, isCut };
}

function richPieces(type: string, { content, isCut }: Clipped<readonly RichElement[]>): readonly Piece[] {
  return content.length === 0 ? [] : [{ kind: "rich", elements: [{ type, elements: content }], joins: false, isCut }];
}

/** Stands close to what is above it. */
function joining(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => (piece.kind === "rich" ? { ...piece, joins: true } : piece));
}

function listPieces({ items, ordered }: Extract<Block, { kind: "list" }>): readonly Piece[] {
  const { content, isCut } = renderList(items, SLACK_LIMITS.blockText);
  if (content.length === 0) return [];
  const elements = content.map((item) => ({ type: "rich_text_section", elements: item }));
  const list = { type: "rich_text_list", style: ordered ? "ordered" : "bullet", elements };
  return [{ kind: "rich", elements: [list], joins: false, isCut }];
}

/** Small print has no rich text, so it is mrkdwn; `verbatim` keeps Slack from making links of what looks like one. */
function note({ text }: Extract<Block, { kind: "note" }>): Piece {
  const { content, isCut } = renderText(text, SLACK_LIMITS.contextText);
  const element = { type: "mrkdwn", text: content, verbatim: true };
  return { kind: "text", block: { type: "context", elements: [element] }, isCut };
}

function isBlank(text: string): boolean {
  return shown(text).trim() === "";
}
