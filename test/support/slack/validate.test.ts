import { describe, expect, it } from "vitest";
import type { Json } from "./json.ts";
import { blockProblems } from "./validate/blocks.ts";
import { checkedContent } from "./validate/content.ts";
import { LIMITS } from "./validate/limits.ts";
import { viewProblems } from "./validate/view.ts";
import { Refusal } from "./world/refusal.ts";

const plain = (length: number): Json => ({ type: "plain_text", text: "x".repeat(length) });
const mrkdwn = (length: number): Json => ({ type: "mrkdwn", text: "x".repeat(length) });
const section = (text: Json = mrkdwn(5)): Json => ({ type: "section", text });
const button = (changes: Json = {}): Json => ({ type: "button", text: plain(4), ...changes });
const actions = (...elements: readonly Json[]): Json => ({ type: "actions", elements });
const option = (value: string | number, changes: Json = {}): Json => ({
  text: plain(3),
  value: String(value),
  ...changes,
});
const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const overflow = (count: number): Json => ({ type: "overflow", options: many(count, option) });
const select = (count: number): Json => ({ type: "static_select", options: many(count, option) });
const confirm = (title: number, text: number): Json => ({
  title: plain(title),
  text: plain(text),
  confirm: plain(3),
  deny: plain(2),
});
const table = (rows: number, columns: number): Json => ({
  type: "table",
  rows: many(rows, () => many(columns, () => ({ type: "raw_text", text: "x" }))),
});

/** The most that goes, and one more. */
const LIMIT_CASES: readonly {
  readonly what: string;
  readonly most: readonly Json[];
  readonly over: readonly Json[];
}[] = [
  { what: "50 blocks", most: many(50, () => ({ type: "divider" })), over: many(51, () => ({ type: "divider" })) },
  { what: "3000 characters in a section", most: [section(mrkdwn(3000))], over: [section(mrkdwn(3001))] },
  {
    what: "10 fields",
    most: [{ type: "section", fields: many(10, () => plain(1)) }],
    over: [{ type: "section", fields: many(11, () => plain(1)) }],
  },
  {
    what: "2000 characters in a field",
    most: [{ type: "section", fields: [plain(2000)] }],
    over: [{ type: "section", fields: [plain(2001)] }],
  },
  {
    what: "150 characters in a header",
    most: [{ type: "header", text: plain(150) }],
    over: [{ type: "header", text: plain(151) }],
  },
  {
    what: "10 context elements",
    most: [{ type: "context", elements: many(10, () => plain(1)) }],
    over: [{ type: "context", elements: many(11, () => plain(1)) }],
  },
  {
    what: "25 buttons in a row",
    most: [actions(...many(25, () => button()))],
    over: [actions(...many(26, () => button()))],
  },
  { what: "5 overflow options", most: [actions(overflow(5))], over: [actions(overflow(6))] },
  { what: "2 overflow options at least", most: [actions(overflow(2))], over: [actions(overflow(1))] },
  { what: "100 select options", most: [actions(select(100))], over: [actions(select(101))] },
  {
    what: "75 characters on a button",
    most: [actions(button({ text: plain(75) }))],
    over: [actions(button({ text: plain(76) }))],
  },
  {
    what: "2000 characters in a value",
    most: [actions(button({ value: "x".repeat(2000) }))],
    over: [actions(button({ value: "x".repeat(2001) }))],
  },
  {
    what: "3000 characters in a URL",
    most: [actions(button({ url: `https://${"x".repeat(2992)}` }))],
    over: [actions(button({ url: `https://${"x".repeat(2993)}` }))],
  },
  {
    what: "255 characters in an action_id",
    most: [actions(button({ action_id: "x".repeat(255) }))],
    over: [actions(button({ action_id: "x".repeat(256) }))],
  },
  {
    what: "255 characters in a block_id",
    most: [{ type: "divider", block_id: "x".repeat(255) }],
    over: [{ type: "divider", block_id: "x".repeat(256) }],
  },
  {
    what: "100 characters in a confirm title",
    most: [actions(button({ confirm: confirm(100, 1) }))],
    over: [actions(button({ confirm: confirm(101, 1) }))],
  },
  {
    what: "300 characters in a confirm text",
    most: [actions(button({ confirm: confirm(1, 300) }))],
    over: [actions(button({ confirm: confirm(1, 301) }))],
  },
  {
    what: "12,000 characters of markdown",
    most: [{ type: "markdown", text: "x".repeat(12_000) }],
    over: [{ type: "markdown", text: "x".repeat(12_001) }],
  },
  { what: "100 table rows", most: [table(100, 1)], over: [table(101, 1)] },
  { what: "20 table columns", most: [table(1, 20)], over: [table(1, 21)] },
];

const MISTAKES: readonly { readonly what: string; readonly blocks: readonly Json[]; readonly message: string }[] = [
  {
    what: "an unknown block",
    blocks: [{ type: "sparkles" }],
    message: 'unsupported type: "sparkles" is no message block here [json-pointer:/blocks/0/type]',
  },
  { what: "an inherited name for a type", blocks: [{ type: "constructor" }], message: "unsupported type" },
  {
    what: "an unknown property",
    blocks: [{ type: "divider", colour: "red" }],
    message: "invalid additional property: colour",
  },
  { what: "a section without text", blocks: [{ type: "section" }], message: "missing required field: text or fields" },
  { what: "an empty text", blocks: [section(mrkdwn(0))], message: "must be more than 0 characters" },
  { what: "markup in a header", blocks: [{ type: "header", text: mrkdwn(3) }], message: "unsupported type" },
  {
    what: "a button in a context",
    blocks: [{ type: "context", elements: [button()] }],
    message: "is no context element here",
  },
  {
    what: "one block_id twice",
    blocks: [
      { type: "divider", block_id: "a" },
      { type: "divider", block_id: "a" },
    ],
    message: 'block_id "a" already exists',
  },
  {
    what: "one action_id twice in a block",
    blocks: [actions(button({ action_id: "a" }), button({ action_id: "a" }))],
    message: 'action_id "a" already exists',
  },
  { what: "a script for a URL", blocks: [actions(button({ url: "javascript:alert(1)" }))], message: "invalid url" },
  {
    what: "a style of its own",
    blocks: [actions(button({ style: "blue" }))],
    message: "must be one of: primary, danger",
  },
  {
    what: "a select with options and groups",
    blocks: [actions({ ...select(1), option_groups: [{ label: plain(1), options: [option(1)] }] })],
    message: "only one allowed of",
  },
  { what: "two tables", blocks: [table(1, 1), table(1, 1)], message: "only one table allowed" },
];

describe("Block Kit as Slack checks it", () => {
  it.each(LIMIT_CASES)("takes $what, and no more", ({ most, over }) => {
    expect(blockProblems(most, "message")).toEqual([]);
    expect(blockProblems(over, "message")).not.toEqual([]);
  });

  it.each(MISTAKES)("names $what", ({ blocks, message }) => {
    expect(blockProblems(blocks, "message").join()).toContain(message);
  });

  it("lets one action_id stand in two blocks", () => {
    expect(
      blockProblems([actions(button({ action_id: "a" })), actions(button({ action_id: "a" }))], "message"),
    ).toEqual([]);
  });

  it("knows which blocks go where", () => {
    expect(blockProblems([{ type: "markdown", text: "x" }], "message")).toEqual([]);
    expect(blockProblems([{ type: "markdown", text: "x" }], "modal")).toHaveLength(1);
    expect(
      blockProblems(
        many(100, () => ({ type: "divider" })),
        "home",
      ),
    ).toEqual([]);
  });
});

describe("a message as Slack checks it", () => {
  it("is too long when its blocks are, although each of them is fine", () => {
    const blocks = many(5, () => section(mrkdwn(3000)));
    expect(blockProblems(blocks, "message")).toEqual([]);
    expect(codeOf({ blocks, text: "x" })).toBe("msg_blocks_too_long");
  });

  it.each([
    { what: "nothing at all", content: {}, code: "no_text" },
    { what: "blocks that are no list", content: { blocks: {} }, code: "invalid_blocks_format" },
    { what: "blocks over a limit", content: { blocks: [section(mrkdwn(3001))] }, code: "invalid_blocks" },
    { what: "metadata without a type", content: { text: "x", metadata: {} }, code: "invalid_metadata_format" },
    { what: "two kinds of text", content: { text: "x", markdown_text: "x" }, code: "markdown_text_conflict" },
    { what: "too much Markdown", content: { markdown_text: "x".repeat(12_001) }, code: "msg_too_long" },
  ])("is refused for $what", ({ content, code }) => {
    expect(codeOf(content)).toBe(code);
  });
});

describe("a modal as Slack checks it", () => {
  const modal = (changes: Json = {}): Json => ({ type: "modal", title: plain(3), blocks: [section()], ...changes });
  const input = { type: "input", label: plain(3), element: { type: "plain_text_input" } };

  it.each([
    { what: "24 characters of title", most: { title: plain(24) }, over: { title: plain(25) } },
    {
      what: "255 characters of callback_id",
      most: { callback_id: "x".repeat(255) },
      over: { callback_id: "x".repeat(256) },
    },
    {
      what: "3000 characters of metadata",
      most: { private_metadata: "x".repeat(3000) },
      over: { private_metadata: "x".repeat(3001) },
    },
    { what: "a submit button for its inputs", most: { blocks: [input], submit: plain(4) }, over: { blocks: [input] } },
    {
      what: `${LIMITS.viewBlocks} blocks`,
      most: { blocks: many(100, () => section()) },
      over: { blocks: many(101, () => section()) },
    },
    { what: "known properties", most: { clear_on_close: true }, over: { colour: "red" } },
  ])("takes $what, and nothing else", ({ most, over }) => {
    expect(viewProblems(modal(most))).toEqual([]);
    expect(viewProblems(modal(over))).not.toEqual([]);
  });
});

function codeOf(content: Json): string {
  try {
    checkedContent(content);
    return "taken";
  } catch (error) {
    return error instanceof Refusal ? error.code : "broken";
  }
}
