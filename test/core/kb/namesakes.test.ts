import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseNamesakes } from "../../../src/core/kb/namesakes.ts";

const relay = { name: "the mail relay", ours: "the press's", words: ["relay"] };
const read = (...namesakes: readonly unknown[]) => parseNamesakes(JSON.stringify({ namesakes }));

describe("the file of namesakes", () => {
  it("is read with what is left out as empty, and codes in their one notation", () => {
    expect(read({ ...relay, codes: ["0x800ff351"] })).toEqual({
      kind: "namesakes",
      namesakes: [{ ...relay, sources: [], codes: ["800FF351"], samples: [] }],
    });
  });

  const MISTAKES = [
    { text: "hello", says: "no JSON object" },
    { text: "[]", says: "no JSON object" },
    {
      text: JSON.stringify({ namesakes: [{ ...relay, word: [] }] }),
      says: 'number 1 of its namesakes has a key "word"',
    },
    {
      text: JSON.stringify({ namesakes: [relay, { words: ["x"] }] }),
      says: 'number 2 of its namesakes needs a "name"',
    },
    { text: JSON.stringify({ namesakes: [{ ...relay, words: [7] }] }), says: "something else than texts" },
    { text: JSON.stringify({ namesakes: [{ ...relay, codes: ["often"] }] }), says: '"often" among its codes' },
    { text: JSON.stringify({ namesakes: [{ ...relay, words: [] }] }), says: "nothing to know it by" },
    { text: JSON.stringify({ namesakes: Array.from({ length: 51 }, () => relay) }), says: "50 at most" },
  ];

  it.each(MISTAKES)("tells its author what is wrong: $says", ({ text, says }) => {
    expect(parseNamesakes(text)).toMatchObject({ kind: "unusable", why: expect.stringContaining(says) });
  });

  it("has the keys that the schema for editors has", () => {
    const schema: unknown = JSON.parse(
      readFileSync(new URL("../../../kb/namesakes.schema.json", import.meta.url), "utf8"),
    );
    const keys = ["name", "ours", "sources", "codes", "words", "samples"];
    const properties = Object.fromEntries(keys.map((key) => [key, expect.anything()]));
    expect(schema).toHaveProperty("properties.namesakes.items.properties", properties);
    expect(read({ ...relay, sources: [], codes: [], samples: [] })).toMatchObject({ kind: "namesakes" });
  });
});
