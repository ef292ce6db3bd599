import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/core/matching/verdict.ts";
import { evidenceText, wordingText } from "../../../src/core/view/evidence-text.ts";
import { textOf } from "../../../src/core/view/rich.ts";

const table: readonly { readonly evidence: Evidence; readonly says: string }[] = [
  { evidence: { kind: "named" }, says: "the article itself was named" },
  {
    evidence: { kind: "event", id: 5015, source: "MSExchangeKMS", companion: false },
    says: "event 5015 from MSExchangeKMS",
  },
  {
    evidence: { kind: "event", id: 101, source: undefined, companion: true },
    says: "event 101, which comes with other errors too",
  },
  { evidence: { kind: "code", code: "800FF351", written: "0x800ff351" }, says: "code 0x800ff351" },
  { evidence: { kind: "code", code: "800FF351", written: "-2146438319" }, says: "code 800FF351, written -2146438319" },
  { evidence: { kind: "name", name: "KMSInvalidStateException" }, says: "the name KMSInvalidStateException" },
  { evidence: { kind: "position", position: "kmserver.cpp@1653" }, says: "it gave up at kmserver.cpp@1653" },
  {
    evidence: { kind: "message", likeness: 0.94, text: "cannot mount", marks: [] },
    says: "message 94 % alike: “cannot mount”",
  },
  {
    evidence: { kind: "title", likeness: 0.5, text: "KMS does not start", marks: [] },
    says: "title alike: “KMS does not start”",
  },
  { evidence: { kind: "words", words: ["spooler", "driver"] }, says: "the words spooler, driver" },
  { evidence: { kind: "pattern", text: "store 7 is gone" }, says: "it looks like store 7 is gone" },
  { evidence: { kind: "answered", question: "Was it moved?", holds: false }, says: "“Was it moved?”: no" },
];

describe("a reason for a match", () => {
  it.each(table)("is said so that Ana can check it: $says", ({ evidence, says }) => {
    expect(textOf(evidenceText(evidence))).toBe(says);
  });

  it("sets off the words that the paste has too", () => {
    const marks = [
      { start: 0, end: 6 },
      { start: 4, end: 12 },
    ];
    expect(evidenceText({ kind: "message", likeness: 1, text: "cannot mount it", marks })).toEqual([
      { kind: "plain", text: "message 100 % alike: “" },
      { kind: "strong", text: "cannot" },
      { kind: "strong", text: " mount" },
      { kind: "plain", text: " it" },
      { kind: "plain", text: "”" },
    ]);
  });

  it("does not repeat the title that stands above it", () => {
    const [marks, text] = [
      [
        { start: 0, end: 7 },
        { start: 13, end: 19 },
      ],
      "Outlook 8.03 Cannot Connect",
    ];
    const said = wordingText({ kind: "title", likeness: 0.6, text, marks }, `XCLN: ${text}`, "brief");
    expect(textOf(said)).toBe("the title: Outlook … Cannot");
  });

  it("shows of a long message the part that has the words", () => {
    const text = `${"before ".repeat(40)}cannot mount it ${"after ".repeat(40)}`;
    const marks = [{ start: text.indexOf("cannot"), end: text.indexOf(" it") }];
    const said = textOf(wordingText({ kind: "message", likeness: 0.7, text, marks }, "", "brief"));
    expect(said).toContain("“…cannot mount it after");
    expect(said.length).toBeLessThan(150);
  });

  it("is cut when the message is long, and never within a character", () => {
    const text = textOf(
      evidenceText({ kind: "message", likeness: 1, text: "😀".repeat(500), marks: [{ start: 0, end: 1_000 }] }),
    );
    expect(text.length).toBeLessThan(300);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain("…");
  });
});
