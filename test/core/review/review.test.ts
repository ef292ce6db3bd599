import { describe, expect, it } from "vitest";
import { groupMisses } from "../../../src/core/review/group-misses.ts";
import { NONE, tallyJudgements } from "../../../src/core/review/tally.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Entry } from "../../../src/core/resolution/case.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { ana } from "../resolution/builders.ts";
import { instant } from "../../../src/core/resolution/responder.ts";

function missed(...texts: readonly string[]) {
  return groupMisses(texts.map((text, at) => ({ reading: readSignals(text, "channel"), at })));
}

function anEvent(user: string): string {
  const description = `Description:\nThe foo of ${user} is gone.`;
  return `Event Type: Error\nEvent Source: Foo\nEvent ID: 4711\nUser: ${user}\n${description}`;
}

function said(kind: "fixed" | "not-fixed" | "none", id: string): Entry {
  const did = kind === "none" ? { kind, revision: 1 } : { kind, revision: 1, article: articleId(id) };
  return { by: ana, at: instant(0), revision: 2, about: "", did };
}

describe("an author who looks for errors without an article", () => {
  it("sees the same event once, with how often it was met and when last", () => {
    const [first, ...others] = missed(anEvent("ana"), "Error 0x800FF999 in bar", anEvent("ben"));
    expect(first).toMatchObject({ fingerprint: "event 4711 from Foo", times: 2, latest: 2 });
    expect(first?.sample).toContain("The foo of ana is gone.");
    expect(others).toHaveLength(1);
  });

  it("sees a message without any mark once, whatever numbers are in it", () => {
    const errors = missed("> failed to open spool 17: denied", "> failed to open spool 23: denied");
    expect(errors.map(({ times }) => times)).toEqual([2]);
  });

  it("sees which articles did not help", () => {
    const tallies = tallyJudgements([
      said("fixed", "Q1"),
      said("not-fixed", "Q2"),
      said("not-fixed", "Q2"),
      said("none", ""),
    ]);
    expect(tallies).toEqual([
      { article: "Q2", fixed: 0, notFixed: 2 },
      { article: NONE, fixed: 0, notFixed: 1 },
      { article: "Q1", fixed: 1, notFixed: 0 },
    ]);
  });
});
