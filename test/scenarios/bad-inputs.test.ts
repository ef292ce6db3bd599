import { describe, expect, it } from "vitest";
import { render } from "../../adapters/terminal/render.ts";
import { caseId } from "../../src/core/resolution/case.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { ownArticleMap, ownIndex } from "../support/knowledge.ts";
import { aBot } from "./bot.ts";

const SCREEN = { columns: 80, isColoured: false, buttons: { kind: "commands" } } as const;

const ODD: Readonly<Record<string, string>> = {
  "nothing at all": "",
  "only spaces": "   \u00a0\t ",
  "a byte that is no letter": "\0\u0007\u001b[31mred\u001b[0m",
  "half a character": "\ud83d Event ID: 5389 from MSExchangeKMS \udc00",
  "everyone called": "@everyone <!channel> <!subteam^S1> <@U1|ana> &lt;!here&gt; Event ID: 5389 Source: MSExchangeKMS",
  "a link that lies": "<https://evil.example|https://bank.example> KMS can not mount the key database",
  "a command injected": "5389; DROP TABLE kb",
  "an override of the writing direction": "\u202e5389 exe.txt",
  "a line of four million letters": "x".repeat(4_000_000),
  "a hundred thousand lines": "KMS is exiting with error 0.\n".repeat(100_000),
  "a megabyte of JSON": JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, text: "could not start" }))),
  "the same error ten thousand times": "Event ID: 5389\nSource: MSExchangeKMS\n".repeat(10_000),
  "stop words": "the of and to in is it that",
  "a log from right to left": "خطأ ٥٣٨٩ في الخدمة",
  "back-ticks within back-ticks": "```\n`unclosed ```\nKMS can not mount the key database",
};

describe("somebody pastes something odd", () => {
  it.each(Object.entries(ODD))(
    "%s: gets a clear answer or silence, and nothing that moves the screen",
    async (_, text) => {
      for (const via of ["command", "channel", "thread"] as const) {
        const said = await screenAfter(text, via);
        expect(said).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }
    },
  );

  it("asked by command, it always answers", async () => {
    for (const text of Object.values(ODD)) expect(await screenAfter(text, "command")).not.toBe("");
  });

  it("says that a long paste was matched in part", async () => {
    const dump = `KMS can not mount the key database.\n${"lorem ipsum dolor sit amet ".repeat(2_000)}`;
    expect(await screenAfter(dump, "command")).toContain("first 16 KB");
  });
});

async function screenAfter(text: string, via: "command" | "channel" | "thread"): Promise<string> {
  const bot = aBot({ articles: ownArticleMap, read: readSignals, decide: (inquiry) => decide(ownIndex, inquiry) });
  const reply = await bot.hear({ case: caseId("odd"), text, via, by: { id: "ana", name: "Ana" } });
  return reply.kind === "silent" ? "" : render(reply.view, SCREEN);
}
