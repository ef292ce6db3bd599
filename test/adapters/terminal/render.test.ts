import { describe, expect, it } from "vitest";
import { keysOf } from "../../../adapters/terminal/keys.ts";
import { render } from "../../../adapters/terminal/render.ts";
import { wantsColour } from "../../../adapters/terminal/style.ts";
import { caseView } from "../../../src/core/view/case-view.ts";
import type { Block, View } from "../../../src/core/view/view.ts";
import { aCase, anAnswer, articles, look, opened, wipe } from "../../core/resolution/builders.ts";

const plain = (text: string) => [{ kind: "plain" as const, text }];

function drawn(view: View, columns = 60, isColoured = false): string {
  return render(view, { columns, isColoured, buttons: { kind: "keys", keys: keysOf(view) } });
}

function block(one: Block, columns?: number, isColoured?: boolean): string {
  return drawn({ blocks: [one], fallback: "" }, columns, isColoured);
}

describe("on a terminal", () => {
  it("an answer is calm: heading, reasons, cause, and the buttons in one line", () => {
    expect(drawn(caseView(aCase(anAnswer(wipe, look)), articles))).toBe(
      [
        "  The store does not mount",
        "  Almost certain · Q1",
        "",
        "  • event 7009 from Store",
        "",
        "  Cause: A driver is missing.",
        "",
        "  [s] Start   [r] Read it   [m] more…",
        "",
      ].join("\n"),
    );
  });

  it("a step has its command set apart, ready to be copied", () => {
    expect(drawn(caseView(opened(aCase(), look), articles))).toContain("\n\n    dir <path to the log>\n\n");
  });

  it("buttons that don't fit into one line have a line each", () => {
    expect(drawn(caseView(opened(aCase(), look), articles), 40)).toContain("  [1] Fine again\n  [2] Still wrong\n");
  });

  it.each([
    {
      name: "wraps between words",
      text: "one two three four five six",
      columns: 20,
      lines: ["  one two three four", "  five six"],
    },
    {
      name: "breaks a word that is too long",
      text: "x".repeat(30),
      columns: 20,
      lines: [`  ${"x".repeat(18)}`, `  ${"x".repeat(12)}`],
    },
    {
      name: "gives wide letters two columns",
      text: "漢".repeat(12),
      columns: 20,
      lines: [`  ${"漢".repeat(9)}`, `  ${"漢".repeat(3)}`],
    },
    { name: "keeps an author's line breaks", text: "one\ntwo", columns: 20, lines: ["  one", "  two"] },
  ])("text $name", ({ text, columns, lines }) => {
    expect(block({ kind: "paragraph", text: plain(text) }, columns)).toBe(`${lines.join("\n")}\n`);
  });

  it("a list hangs, and is numbered where order matters", () => {
    const items = [plain("one two three four"), plain("five")];
    expect(block({ kind: "list", ordered: true, items }, 20)).toBe("  1. one two three\n     four\n  2. five\n");
  });

  it("a quote has a bar all the way down", () => {
    expect(block({ kind: "quote", text: plain("one two three four five") }, 20)).toBe(
      "  │ one two three\n  │ four five\n",
    );
  });

  it("a command that is too long stays whole, from the first column", () => {
    const text = `del ${"x".repeat(40)}`;
    expect(block({ kind: "code", text, language: "cmd" }, 20)).toBe(`${text}\n`);
  });

  it("a link shows where it leads", () => {
    const link = { kind: "link" as const, text: "your bank", url: "https://evil.example" };
    expect(block({ kind: "paragraph", text: [link] })).toBe("  your bank <https://evil.example>\n");
  });

  it("what was pasted cannot move the cursor, colour the screen or turn the text around", () => {
    expect(block({ kind: "paragraph", text: plain("a\u001B[2Jb\u202Ec\u0007\u001B]0;x\u0007d") })).toBe("  abcd\n");
    expect(block({ kind: "code", text: "r\u200Bm\tx", language: "" })).toBe("    rm    x\n");
  });

  it("colours are switched on once a stretch", () => {
    expect(block({ kind: "heading", text: "one two" }, 60, true)).toBe("  \u001B[1mone two\u001B[0m\n");
  });
});

describe("where nobody can press a button", () => {
  it("the commands that lead on are named, each article once", () => {
    const view = caseView(aCase(anAnswer(wipe, look)), articles);
    const text = render(view, { columns: 80, isColoured: false, buttons: { kind: "commands" } });
    expect(text).toContain("→ kms show Q1 Read it\n  → kms show Q2 Start instead: The store is on the wrong disk\n");
  });
});

describe("colours", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
  ])("a terminal: %s, environment: %o → %s", (isTTY, env, expected) => {
    expect(wantsColour(isTTY, env)).toBe(expected);
  });
});
