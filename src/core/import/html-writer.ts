import { asCode, quotation } from "./html-quotation.ts";
import { type Attributes, isFrame, isMain } from "./page-frame.ts";
import { sectionRole } from "./section-role.ts";

/** What an HTML page says, as lines in the manner of a typewritten text. */
export type HtmlPage = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly meta: ReadonlyMap<string, string>;
};

export type HtmlWriter = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  readonly page: () => HtmlPage;
};

/** Turns the events of an HTML parser into lines. */
export function htmlWriter(): HtmlWriter {
  const state = newState();
  return {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => {
      if (state.hidden === undefined && state.main !== "over")
        state.inline += state.literal > 0 ? text : text.replace(/\s+/g, " ");
    },
    page: () => {
      flush(state);
      return { title: state.heading || state.title, lines: state.lines, meta: state.meta };
    },
  };
}

type List = { ordered: boolean; count: number };

type State = {
  lines: string[];
  inline: string;
  title: string;
  heading: string;
  readonly meta: Map<string, string>;
  readonly lists: List[];
  /** The mark of the item that was opened and has no text yet. */
  mark: string;
  row: string[] | undefined;
  /** The element that is left out with all it holds, and how many open ones keep their line breaks. */
  hidden: Nested | undefined;
  literal: number;
  /** Where the quotations that are open begin. */
  readonly quotes: number[];
  bold: string;
  /** What stood in the paragraph before the `code` element that is open, and the text of one that began a paragraph. */
  beforeCode: string;
  code: string;
  /** Where the last row of a table ended, so that the next one joins it. */
  rowEnd: number;
  main: Nested | "not-yet" | "over";
};

/** An open element, and how many of its name are open in it, itself included. */
type Nested = { readonly name: string; depth: number };

function newState(): State {
  const start = {
    inline: "",
    title: "",
    heading: "",
    mark: "",
    row: undefined,
    hidden: undefined,
    literal: 0,
    bold: "",
    beforeCode: "",
    code: "",
    rowEnd: -1,
  };
  return { ...start, lines: [], meta: new Map(), lists: [], quotes: [], main: "not-yet" };
}

const LITERAL: ReadonlySet<string> = new Set(["pre", "listing", "xmp", "ac:plain-text-body", "samp"]);

const BLOCKS: ReadonlySet<string> = new Set(
  "p div section article main header blockquote dl dt dd figure figcaption form fieldset address center table thead tbody tfoot caption hr ul ol li ac:structured-macro ac:rich-text-body ac:layout ac:layout-section ac:layout-cell ac:task ac:task-body".split(
    " ",
  ),
);

function open(state: State, name: string, attributes: Attributes): void {
  if (isHidden(state, name, attributes)) return;
  if (name === "meta") readMeta(state, attributes);
  else if (name === "br") state.inline += "\n";
  else if (name === "ri:page") state.inline += attributes["ri:content-title"] ?? "";
  else if (/^h[1-6]$/.test(name) || BLOCKS.has(name) || LITERAL.has(name)) flush(state);
  enterMain(state, name, attributes);
  if (LITERAL.has(name)) state.literal += 1;
  if (name === "ol" || name === "ul") state.lists.push({ ordered: name === "ol", count: 0 });
  if (name === "li" || name === "ac:task") state.mark = nextMark(state);
  if (name === "blockquote") state.quotes.push(state.lines.length);
  if (name === "tr") state.row = [];
  if (name === "td" || name === "th") flush(state);
  if (name === "b" || name === "strong") state.bold = state.inline;
  if (name === "code") state.beforeCode = state.inline;
}

function isHidden(state: State, name: string, attributes: Attributes): boolean {
  if (state.main === "over") return true;
  if (state.hidden?.name === name) state.hidden.depth += 1;
  else if (state.hidden === undefined && isFrame(name, attributes)) state.hidden = { name, depth: 1 };
  return state.hidden !== undefined;
}

function readMeta(state: State, { name, property, content }: Attributes): void {
  const key = name ?? property;
  if (key !== undefined && content !== undefined) state.meta.set(key.toLowerCase(), content);
}

/** The first `main` or `article` is the page; what stood before it was its frame. */
function enterMain(state: State, name: string, attributes: Attributes): void {
  if (typeof state.main === "object" && state.main.name === name) state.main.depth += 1;
  if (state.main !== "not-yet" || !isMain(name, attributes)) return;
  state.main = { name, depth: 1 };
  state.lines = [];
}

function nextMark(state: State): string {
  const list = state.lists.at(-1);
  if (list === undefined) return "- ";
  list.count += 1;
  return list.ordered ? `${list.count}. ` : "- ";
}

function close(state: State, name: string): void {
  if (state.main === "over" || wasHidden(state, name)) return;
  if (name === "title") closeTitle(state);
  else if (/^h[1-6]$/.test(name)) closeHeading(state, Number(name.slice(1)));
  else if (LITERAL.has(name)) closeLiteral(state);
  else if (name === "td" || name === "th") closeCell(state);
  else if (name === "tr") closeRow(state);
  else if (name === "code") closeCode(state);
  else if ((name === "b" || name === "strong") && state.bold.trim() === "") closeBold(state);
  else if (BLOCKS.has(name)) flush(state);
  if (name === "blockquote") closeQuote(state);
  if (name === "ol" || name === "ul") state.lists.pop();
  leaveMain(state, name);
}

function wasHidden(state: State, name: string): boolean {
  if (state.hidden === undefined) return false;
  if (state.hidden.name === name) state.hidden.depth -= 1;
  if (state.hidden.depth === 0) state.hidden = undefined;
  return true;
}

/** Code in a sentence keeps its back-ticks; whether code that begins a paragraph is all of it shows at its end. */
function closeCode(state: State): void {
  const code = state.inline.slice(state.beforeCode.length);
  if (state.beforeCode.trim() === "") state.code = state.inline.trim();
  else if (state.row === undefined && state.literal === 0) state.inline = state.beforeCode + asCode(code);
}

function closeQuote(state: State): void {
  const from = state.quotes.pop();
  if (from !== undefined && from <= state.lines.length) state.lines.push(...quotation(state.lines.splice(from)));
}

function closeTitle(state: State): void {
  state.title = state.inline.trim();
  state.inline = "";
}

function closeHeading(state: State, level: number): void {
  const text = state.inline.replace(/`/g, "").replace(/\s+/g, " ").trim();
  state.inline = "";
  state.code = "";
  if (level === 1 && state.heading === "") state.heading = text;
  else if (text !== "") state.lines.push("", `${"#".repeat(level)} ${text}`, "");
}

/** A short line in bold that names a section is its heading, as in pages that were made by hand. */
function closeBold(state: State): void {
  const text = state.inline.trim();
  if (text.includes("\n") || sectionRole(text) === undefined || state.lists.length > 0) return;
  state.inline = "";
  state.lines.push("", `## ${text}`, "");
}

function closeLiteral(state: State): void {
  state.literal = Math.max(0, state.literal - 1);
  const text = state.inline.replace(/^\n/, "").trimEnd();
  state.inline = "";
  state.code = "";
  if (text !== "")
    push(state, ["```", ...text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("```", "'''")), "```"]);
}

function closeCell(state: State): void {
  const text = state.inline.replace(/\s+/g, " ").trim();
  state.inline = "";
  state.code = "";
  if (state.row === undefined) push(state, text === "" ? [] : [text]);
  else if (text !== "") state.row.push(text);
}

/** Cells side by side are a table; a cell alone is a paragraph, for pages were laid out with tables. */
function closeRow(state: State): void {
  const row = state.row ?? [];
  state.row = undefined;
  if (row.length === 1) push(state, row);
  if (row.length < 2) return;
  const text = row.join(row[0]?.endsWith(":") === true ? " " : " | ");
  const fence = state.rowEnd === state.lines.length ? state.lines.splice(-2) : undefined;
  if (fence === undefined) push(state, ["```", text, "```"]);
  else state.lines.push((fence[0] ?? "").replace("```", text), ...fence);
  state.rowEnd = state.lines.length;
}

function leaveMain(state: State, name: string): void {
  if (typeof state.main !== "object" || state.main.name !== name) return;
  state.main.depth -= 1;
  if (state.main.depth > 0) return;
  state.main = "over";
}

/** Ends a paragraph. */
function flush(state: State): void {
  if (state.literal > 0) return;
  const isCode = state.code !== "" && state.inline.trim() === state.code;
  if (!isCode && state.code !== "") state.inline = state.inline.replace(state.code, asCode);
  const lines = state.inline.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  state.inline = "";
  state.code = "";
  if (isCode) push(state, ["```", ...lines, "```"]);
  else if (lines.some((line) => line !== "")) push(state, lines);
}

/** Deeper lists than this are shown as if they were not deeper. */
const DEEPEST = 6;

function push(state: State, lines: readonly string[]): void {
  const depth = Math.min(state.lists.length, DEEPEST);
  const inner = "   ".repeat(depth);
  const outer = state.mark === "" ? inner : "   ".repeat(Math.max(0, depth - 1)) + state.mark;
  state.mark = "";
  state.lines.push("", ...lines.map((line, at) => (line === "" ? "" : (at === 0 ? outer : inner) + line)), "");
}
