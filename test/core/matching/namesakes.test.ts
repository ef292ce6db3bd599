import { describe, expect, it } from "vitest";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { ownArticles, ownIndex, verdictOn } from "../../support/knowledge.ts";

const OURS = { kind: "answer", matches: { 0: { article: "Q818952" } } };

describe("what goes by a name of ours and is something else", () => {
  const samples =
    ownIndex.namesakes?.flatMap(({ name, samples: texts }) => texts.map((text) => ({ name, text }))) ?? [];

  it.each(samples)("is named to Ana when she asks: $text", ({ name, text }) => {
    expect(verdictOn([text], "command")).toEqual({
      kind: "silent",
      why: { kind: "namesake", name, ours: "Exchange's" },
      matches: [],
    });
  });

  it.each(samples)("is passed over in a channel: $text", ({ text }) => {
    expect(verdictOn([text]).kind).toBe("silent");
  });

  it("is not seen in an error that an identifier shows to be ours", () => {
    const text = "MSExchangeKMS 5085: KMS can not mount the key database. I tried slmgr and AWS KMS too.";
    expect(verdictOn([text], "command")).toMatchObject(OURS);
  });

  it("is told by whole words, in any case and however the text is broken into lines", () => {
    const why = { kind: "namesake", name: "the mail relay", ours: "the press's" };
    const relay = { ...why, sources: [], codes: [], words: ["Relay Service"], samples: [] };
    const index = { ...indexArticles(ownArticles), namesakes: [relay] };
    expect(verdictOn(["the RELAY\n service is gone"], "command", index)).toMatchObject({ kind: "silent", why });
    const others = verdictOn(["KMS can not mount the key database of the relay services"], "command", index);
    expect(others).not.toMatchObject({ why });
  });
});
