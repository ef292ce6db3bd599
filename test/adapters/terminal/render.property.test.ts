import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../../adapters/terminal/keys.ts";
import { render } from "../../../adapters/terminal/render.ts";
import { widthOf } from "../../../adapters/terminal/width.ts";
import type { Block, Button, Inline, View } from "../../../src/core/view/view.ts";
import { anyAction } from "../../core/resolution/arbitraries.ts";

/** Text as bad as it gets: any code unit, escape sequences, wide letters, marks, long words. */
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "\u001B[31m",
        "\u001B]0;title\u0007",
        "\u009B2J",
        "\u202E",
        "\u200B",
        "漢字",
        "é̂̃",
        "👨‍👩‍👧",
        "🇳🇴",
        "\uD800",
        "word",
        " ",
        "\n",
        "\t",
        "\r",
        "x".repeat(90),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constantFrom("plain" as const, "strong" as const, "code" as const), text: nasty }),
  fc.record({ kind: fc.constant("link" as const), text: nasty, url: nasty }),
  fc.record({ kind: fc.constant("mention" as const), user: nasty, name: nasty }),
);
const rich = fc.array(inline, { maxLength: 4 });
const button: fc.Arbitrary<Button> = fc.record({
  label: nasty,
  action: anyAction(),
  style: fc.constantFrom("primary" as const, "danger" as const, "plain" as const),
  confirm: fc.constant(undefined),
  input: fc.constant(undefined),
});
const prose: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: nasty }),
  fc.record({ kind: fc.constantFrom("paragraph" as const, "quote" as const, "note" as const), text: rich }),
  fc.record({ kind: fc.constant("list" as const), ordered: fc.boolean(), items: fc.array(rich, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant("divider" as const) }),
  fc.record({
    kind: fc.constant("buttons" as const),
    buttons: fc.tuple(button, button),
    more: fc.array(button, { maxLength: 3 }),
  }),
);
const code: fc.Arbitrary<Block> = fc.record({ kind: fc.constant("code" as const), text: nasty, language: nasty });

const viewOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<View> =>
  fc.record({
    blocks: fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => withFirst(blocks, { kind: "divider" })),
    fallback: fc.constant(""),
  });

const columns = fc.integer({ min: 20, max: 120 });
const runs = { numRuns: 1_000 };

function drawn(view: View, width: number, isColoured: boolean, hasKeys = true): string {
  const buttons = hasKeys ? { kind: "keys" as const, keys: keysOf(view) } : { kind: "commands" as const };
  return render(view, { columns: width, isColoured, buttons });
}

function withFirst(blocks: readonly Block[], first: Block): View["blocks"] {
  return [first, ...blocks];
}

/** The colours that the renderer uses, and no others. */
function withoutOwnColours(text: string): string {
  return ["0", "1", "2", "36", "1;32", "1;31"].reduce((rest, sgr) => rest.replaceAll(`\u001B[${sgr}m`, ""), text);
}

describe("whatever an author wrote or somebody pasted", () => {
  it("does nothing to the terminal: no control character but line ends and the renderer's own colours", () => {
    fc.assert(
      fc.property(
        viewOf(fc.oneof(prose, code)),
        columns,
        fc.boolean(),
        fc.boolean(),
        (view, width, isColoured, hasKeys) => {
          const text = drawn(view, width, isColoured, hasKeys);
          const rest = isColoured ? withoutOwnColours(text) : text;
          expect(rest).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
      runs,
    );
  });

  it("stays within the width, except for code, which must stay whole to be copied", () => {
    fc.assert(
      fc.property(viewOf(prose), columns, fc.boolean(), (view, width, hasKeys) => {
        for (const line of drawn(view, width, false, hasKeys).split("\n"))
          expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
      runs,
    );
  });

  it("takes no more room with colours than without", () => {
    fc.assert(
      fc.property(viewOf(fc.oneof(prose, code)), columns, (view, width) => {
        const coloured = withoutOwnColours(drawn(view, width, true));
        expect(coloured.split("\n").map((line) => line.trimEnd())).toEqual(drawn(view, width, false).split("\n"));
      }),
      runs,
    );
  });
});

describe("keys", () => {
  it("are there for every button but sharing, and none is there twice", () => {
    fc.assert(
      fc.property(fc.array(button, { minLength: 1, maxLength: 20 }), ([first, ...more]) => {
        const buttons = { kind: "buttons" as const, buttons: [first ?? never()] as const, more };
        const keys = keysOf({ blocks: [buttons], fallback: "" });
        expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
        expect(keys).toHaveLength([first, ...more].filter((one) => one?.action.kind !== "share").length);
        expect(keys.map(({ key }) => key)).not.toContain("m");
      }),
      runs,
    );
  });
});

function never(): never {
  throw new Error("Expected at least one button");
}
