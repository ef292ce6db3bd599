import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/matching/decide.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { relatedCodes } from "../../../src/core/matching/related-codes.ts";
import type { Match } from "../../../src/core/matching/verdict.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { anArticle } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

const relatedIn = (text: string): readonly string[] => readSignals(text, "command").signals.flatMap(relatedCodes);

/** What is found first among an article with this note and one about something else. */
function firstFor(text: string, note: string): Match | undefined {
  const articles = [
    anArticle({ id: "Q100001", title: "A share is not reached", notes: note }),
    anArticle({ id: "Q100002", title: "Toner is low", notes: "The screen shows error 52 and 0x80070034." }),
  ];
  return decide(indexArticles(articles), anInquiry([text], "command")).matches[0];
}

describe("codes that say the same", () => {
  it.each([
    ["0x80070035", ["00000035"]],
    ["-2147024843", ["00000035"]],
    ["0x35", ["80070035"]],
    ["error 1753", ["000006D9", "800706D9"]],
    ["E_ACCESSDENIED", ["80070005", "00000005"]],
    ["EPT_S_NOT_REGISTERED", ["000006D9", "800706D9"]],
    ["IRQL_NOT_LESS_OR_EQUAL", ["0000000A"]],
  ])("are known of %s", (text, codes) => {
    expect(relatedIn(text)).toEqual(codes);
  });

  it.each(["error 5", "run-time error 429", "C1083", "ORA-00942", "0x80040154", "0x00010000", "E_NOBODY_KNOWS"])(
    "are none of %s",
    (text) => {
      expect(relatedIn(text)).toEqual([]);
    },
  );

  it("have the digits of the code, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        const code = value.toString(16).toUpperCase().padStart(8, "0");
        for (const related of relatedIn(`0x${code}`)) expect(related.slice(4)).toBe(code.slice(4));
      }),
    );
  });

  it.each([
    ["0x80070035", "System error 53 has occurred."],
    ["0x80070035", "The status is 0x00000035."],
    ["error 53", "The call fails with 80070035."],
    ["error 53", "GetLastError returns 0x35."],
    ["0x35", "Connecting returned error code: 53"],
  ])("lead from %s to an article that says: %s", (text, note) => {
    expect(firstFor(text, note)).toMatchObject({ article: "Q100001", evidence: { 0: { kind: "code" } } });
  });

  it.each([
    ["0x80070035", "Run-time error '53': File not found"],
    ["0x80070035", "There are 53 printers in room 53."],
    ["0x80070035", "System error 531 has occurred."],
    ["0x35", "Set the value to 53."],
  ])("do not lead from %s to one that says: %s", (text, note) => {
    expect(firstFor(text, note)?.evidence.some(({ kind }) => kind === "code") ?? false).toBe(false);
  });
});
