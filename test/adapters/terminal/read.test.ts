import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pasteSplitter, type Typed } from "../../../adapters/terminal/bracketed.ts";
import { keysOf } from "../../../adapters/terminal/keys.ts";
import { isYes, readInput } from "../../../adapters/terminal/read.ts";
import type { Case } from "../../../src/core/resolution/case.ts";
import { caseView } from "../../../src/core/view/case-view.ts";
import { aCase, articles, done, here, look, moved, opened } from "../../core/resolution/builders.ts";

const keys = keysOf(caseView(opened(aCase()), articles));

describe("what Ana types", () => {
  it.each([
    ["d", "press done"],
    ["D ", "press done"],
    ["done", "press done"],
    ["didn't work", "press failed"],
    ["s", "press skip"],
    ["skip", "press skip"],
    ["m", "more"],
    ["more", "more"],
    ["", "nothing"],
    ["  ", "nothing"],
    ["quit", "quit"],
    ["new", "new"],
    ["z", "no-key"],
    ["7", "no-key"],
    ["disk full", "text"],
    ["5389", "text"],
  ])("%j means %s", (typed, means) => {
    const said = readInput(typed, keys);
    expect(said.kind === "press" ? `press ${said.button.action.kind}` : said.kind).toBe(means);
  });

  it("is no button when none is shown", () => {
    expect(readInput("done", [])).toEqual({ kind: "text", text: "done" });
    expect(readInput("m", []).kind).toBe("no-key");
  });

  it.each([
    ["y", true],
    ["Yes", true],
    ["escalate", true],
    ["", false],
    ["n", false],
    ["yesterday", false],
  ])("%j to a question is %s", (typed, yes) => {
    expect(isYes(typed, "Escalate")).toBe(yes);
  });
});

/** The keys of the buttons in sight. */
function shown(known: Case): readonly string[] {
  const inSight = keysOf(caseView(known, articles)).filter(({ isBehind }) => !isBehind);
  return inSight.map(({ key }) => key);
}

describe("the keys on the screen", () => {
  it("are the letters of what the buttons do", () => {
    expect(shown(aCase())).toEqual(["s", "r"]);
    expect(shown(opened(aCase()))).toEqual(["d", "n"]);
  });

  it("are numbers for answers, and y and n for yes and no", () => {
    expect(shown(opened(aCase(), look))).toEqual(["1", "2", "3", "4"]);
    const asked = done(done(opened(aCase())));
    expect(shown(asked)).toEqual(["y", "n"]);
    const checking = done(done(moved(asked, { kind: "confirm", ...here(asked) })));
    expect(shown(checking)).toEqual(["y", "n"]);
  });

  it("leave out those that are in use", () => {
    expect(keysOf(caseView(aCase(), articles), ["s"])[0]?.key).toBe("1");
  });
});

/** What was typed, with keys that came in several chunks as one. */
function joined(typed: readonly Typed[]): readonly Typed[] {
  const all: Typed[] = [];
  for (const one of typed) {
    const last = all.at(-1);
    if (last?.kind === "keys" && one.kind === "keys") all.splice(-1, 1, { kind: "keys", text: last.text + one.text });
    else all.push(one);
  }
  return all;
}

describe("a paste between its marks", () => {
  it("is told from keys, however the input is cut into chunks", () => {
    const text = "a\u001B[A\u001B[200~one\ntwo\u001B[31m\u001B[201~b";
    const cuts = fc.array(fc.nat(text.length), { maxLength: 6 }).map((at) =>
      [0].concat(
        at.toSorted((a, b) => a - b),
        text.length,
      ),
    );
    fc.assert(
      fc.property(cuts, (at) => {
        const split = pasteSplitter();
        const typed = at.slice(1).flatMap((end, index) => split(text.slice(at[index], end)));
        expect(joined(typed)).toEqual([
          { kind: "keys", text: "a\u001B[A" },
          { kind: "paste", text: "one\ntwo\u001B[31m" },
          { kind: "keys", text: "b" },
        ]);
      }),
      { numRuns: 1_000 },
    );
  });
});
