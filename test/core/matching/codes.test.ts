import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeSpellings } from "../../../src/core/matching/code-spellings.ts";
import { codeOfWord } from "../../../src/core/matching/code-word.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { listsLoneCode } from "../../../src/core/matching/lone-code.ts";
import { unitsOf } from "../../../src/core/matching/unit.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { lettersOf } from "../../../src/core/matching/lexicon.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { anArticle } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

/** What the bot says to somebody who asks for `text`, where each of these articles has one of these notes. */
function verdictOn(text: string, notes: Readonly<Record<string, string>>): Verdict {
  const articles = Object.entries(notes).map(([id, note]) => anArticle({ id, title: `About ${id}`, notes: note }));
  return decide(indexArticles(articles), anInquiry([text], "command"));
}

describe("codes that stand somewhere in an article", () => {
  it.each([
    ["0x100", "STORE!EcRead+0x100 was called"],
    ["0x00000004", "06EDF948 77E52265 0040EBE0 00000004 06EDFB50 rpcrt4!Invoke"],
    ["[00000006]", "eax=00000006 ebx=0012f4a0 ecx=00000000"],
    ["ffffffff", "1403fd04  ffffffff 004b6490  store!Extract"],
    ["0x2", "61c81e51 f681dc02000002 test byte ptr [ecx+0x2dc],0x2"],
  ])("keeps %s apart from the same value in a dump of memory", (asked, row) => {
    expect(verdictOn(asked, { Q100001: row }).kind).toBe("silent");
  });

  it.each([
    ["0xc0000005", "06EDF948 c0000005 0040EBE0 rpcrt4!Invoke"],
    ["0x0000007b", "STOP 0x0000007B (0xF741B84C, 0xC0000034)"],
    ["0x00000069", "MyApp!_heap_alloc_base+0x00000069"],
    ["0x18", "0x18  KDC_ERR_PREAUTH_FAILED"],
    ["0x485", "GetLastError() returns 1157 (0x485)"],
    [
      "0x0000007b",
      `The stack begins with 06EDF948 77E52265. ${"The driver is old. ".repeat(30)}The screen shows STOP 0x0000007B.`,
    ],
  ])("finds %s in %s", (asked, note) => {
    expect(verdictOn(asked, { Q100001: note })).toMatchObject({
      kind: "answer",
      matches: { 0: { article: "Q100001" } },
    });
  });

  it("puts an article that calls it a code before one that sets it as a value", () => {
    const notes = { Q100001: 'Click DWORD, type "0x1", and click OK.', Q100002: "The screen shows STOP 0x00000001." };
    expect(verdictOn("STOP 0x1", notes).matches[0]?.article).toBe("Q100002");
  });

  it.each([
    ["the address in a stop screen", "STOP 0x2", "STOP 0x0000000A (00000014, 0x00000002, 00000000, f8a71fe0)"],
    ["a flag in a header", "0x00000020", "#define SHOW_BORDERS 0x00000020L"],
    ["eight digits that nothing calls a code", "[00000006]", "Bad handle or callback address 00000006"],
  ])("puts an article that calls it a code before %s", (_, asked, note) => {
    const code = asked.replace(/\D*\d*x|\W/g, "").padStart(8, "0");
    const notes = { Q100001: note, Q100002: `The service returns error 0x${code}.` };
    expect(verdictOn(asked, notes).matches[0]?.article).toBe("Q100002");
  });

  it.each([
    ["(c8001713)", "Unable to restore, error 0xc8001713"],
    ["0xC8001713", "Unable to restore, error -939518189"],
    ["[FFFFFC06]", "Page check failed with -1018"],
    ["-1018", "Page check failed with 0xFFFFFC06"],
    ["0x7B", "STOP: 0x0000007B INACCESSIBLE_BOOT_DEVICE"],
  ])("finds by %s the article whose title says %s before one that mentions it", (asked, title) => {
    const articles = [
      anArticle({ id: "Q100001", title: "Restoring a server", notes: title }),
      anArticle({ id: "Q100002", title, notes: title }),
    ];
    expect(decide(indexArticles(articles), anInquiry([asked], "command")).matches[0]?.article).toBe("Q100002");
  });

  it.each([
    ["0x7abf", "STOP 0x7abe"],
    ["0x7b", "The screen shows 0x7c"],
    ["c000009a", "status C000009B"],
    ["-1018", "error -1019"],
  ])("keeps %s apart from its neighbour in %s", (asked, note) => {
    const { kind, matches } = verdictOn(asked, { Q100001: note });
    expect({ kind, confidence: matches[0]?.confidence ?? 0 }).toEqual({
      kind: "silent",
      confidence: expect.closeTo(0, 1),
    });
  });
});

const aListing = (id: string, code: string): Article =>
  anArticle({ id, title: "A service stops", signals: { codes: [code] } });

describe("a code that one article alone lists", () => {
  it.each(["80450102", "C1041724", "FFFFFC06"])("is answered in passing, however little is said: %s", (code) => {
    const index = indexArticles([aListing("Q100001", code), aListing("Q100002", "80450177")]);
    expect(decide(index, anInquiry([`failed: hr=0x${code}`], "channel"))).toMatchObject({
      kind: "answer",
      matches: { 0: { article: "Q100001" } },
    });
  });

  it.each([
    ["alone", "80450102", ["80450102", "80450177"], true],
    ["not alone where another lists it too", "80450102", ["80450102", "80450102"], false],
    ["not alone what all programs return", "80004005", ["80004005", "80450177"], false],
    ["not alone what it does not list", "80450103", ["80450102", "80450177"], false],
  ])("is %s: %s of %j", (_, code, [first = "", second = ""], expected) => {
    const { searchers } = indexArticles([aListing("Q100001", first), aListing("Q100002", second)]);
    const [unit] = unitsOf(anInquiry([`failed: hr=0x${code}`], "channel"));
    expect(listsLoneCode(unit!, searchers[0]!, 0, searchers)).toBe(expected);
  });
});

describe("the spellings of a code", () => {
  it("are all read as this code again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        const code = value.toString(16).toUpperCase().padStart(8, "0");
        for (const spelling of codeSpellings(code)) {
          const letters = lettersOf(spelling);
          expect([codeOfWord(letters, letters.length), codeOfWord(letters, letters.length, true)]).toContain(code);
        }
      }),
    );
  });
});
