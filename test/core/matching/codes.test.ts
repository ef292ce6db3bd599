import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/matching/decide.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
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
});
