import { describe, expect, it } from "vitest";
import { type Case, newCase, caseId } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { caseView } from "../../../src/core/view/case-view.ts";
import { aMatch, ana, anErrorReading, aReading, articles, by, silence, wipe } from "../resolution/builders.ts";
import { labels, viewText } from "./view-text.ts";

const view = (known: Case) => caseView(known, articles);
const says = (known: Case) => viewText(view(known));

function silent(why: Extract<Verdict, { kind: "silent" }>["why"], ...matches: Verdict["matches"]): Case {
  return gather(newCase(caseId("thread")), anErrorReading(5085), { kind: "silent", why, matches }, by(ana));
}

describe("not knowing", () => {
  it("shows what was understood", () => {
    expect(says(silent({ kind: "unknown-error" }))).toContain("This was understood:\n- event 5085");
  });

  it("says when the id is known from another program", () => {
    const why = { kind: "wrong-source", id: 5085, said: "W3SVC", known: ["MSExchangeKMS"] } as const;
    expect(says(silent(why))).toContain("5085 is known from MSExchangeKMS, not from W3SVC.");
  });

  it("says in one sentence what else goes by the name, and nothing of what was understood", () => {
    const why = { kind: "namesake", name: "AWS KMS", ours: "Exchange's" } as const;
    expect(says(silent(why))).toBe(
      "No article fits\nThis looks like AWS KMS, not Exchange's; nothing here is about it.\n[Escalate…]",
    );
  });

  it("marks what is similar as not the same, to be read and not to be started", () => {
    const known = silent({ kind: "weak" }, aMatch(wipe, { confidence: 0.2 }));
    expect(says(known)).toContain("Similar, not the same:\n- The store does not mount (Q1)");
    expect(labels(view(known))[0]).toEqual(["Read Q1"]);
  });

  it("says which words are shared where nothing tells more", () => {
    const evidence = [{ kind: "words", words: ["the", "spooler", "driver"] }] as const;
    const known = silent({ kind: "weak" }, aMatch(wipe, { confidence: 0.2, evidence, shares: ["spooler", "driver"] }));
    expect(says(known)).toContain("(Q1) · shares spooler, driver");
  });

  it("shows a message that is much alike, however common its words, and no single word", () => {
    const text = "You must specify the host drive for a DoubleSpace drive";
    const alike = (end: number) => [{ kind: "message", likeness: 0.7, text, marks: [{ start: 0, end }] }] as const;
    const long = silent({ kind: "weak" }, aMatch(wipe, { confidence: 0.3, evidence: alike(30) }));
    expect(says(long)).toContain(`(Q1) · message 70 % alike: “${text}”`);
    expect(says(silent({ kind: "weak" }, aMatch(wipe, { confidence: 0.3, evidence: alike(3) })))).not.toContain("(Q1)");
  });

  it("does not show what shares nothing but everyday words", () => {
    const evidence = [{ kind: "message", likeness: 0.4, text: "the printer", marks: [] }] as const;
    const known = silent({ kind: "no-error" }, aMatch(wipe, { confidence: 0.3, evidence, shares: ["printer"] }));
    expect(says(known)).not.toContain("Similar");
    expect(labels(view(known)).flat()).not.toContain("Read Q1");
  });

  it("helps with the next try when nothing was understood", () => {
    const known = gather(newCase(caseId("t")), aReading(), silence(), by(ana, 0));
    expect(says(known)).toContain("Paste the whole error");
  });
});
