import { describe, expect, it } from "vitest";
import { chanceOf } from "../../../src/core/calibration/chance.ts";
import { growTrees } from "../../../src/core/calibration/grow-trees.ts";
import { queriesFor } from "../../../src/core/calibration/queries.ts";
import { saysThat } from "../../../src/core/calibration/says-that.ts";
import { FEATURES } from "../../../src/core/matching/features.ts";
import type { Example } from "../../../src/core/matching/fit.ts";
import { scoreOfTrees } from "../../../src/core/matching/trees.ts";
import { anArticle, anEvent } from "../../support/builders.ts";

const article = anArticle({
  title: "XADM: Cannot Open the Journal After a Restart",
  symptoms: "After a restart the journal of the store cannot be opened and users are asked for a password again.",
  signals: {
    events: [anEvent({ id: 7009, source: "MSExchangeIS", text: "The journal <name> cannot be opened." })],
    codes: ["C1040AF2"],
    messages: ["Cannot open the journal <name>. Close other programs and try again."],
  },
});

describe("queries made from an article", () => {
  it("are of every kind that people ask in", () => {
    const kinds = queriesFor(article, chanceOf(7)).map((query) => query.class);
    expect(kinds).toEqual(expect.arrayContaining(["event id", "source and id", "code", "title", "description"]));
    expect(kinds.filter((kind) => kind.startsWith("message, "))).toHaveLength(5);
    expect(kinds.filter((kind) => kind.startsWith("record, "))).toHaveLength(1);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(queriesFor(article, chanceOf(7))).toEqual(queriesFor(article, chanceOf(7)));
    expect(queriesFor(article, chanceOf(8))).not.toEqual(queriesFor(article, chanceOf(7)));
  });
});

describe("another article that quotes the same message", () => {
  const message = "Cannot open the journal <name>. Close other programs and try again.";

  it("is as right as the one the query was made from, whatever its placeholders are called", () => {
    const other = anArticle({
      id: "Q2",
      symptoms: '"Cannot open the journal <file>.\nClose other programs and try again."',
    });
    expect(saysThat(other, message)).toBe(true);
  });

  it("is not right when a word differs, or when the message is too short to prove anything", () => {
    expect(saysThat(anArticle({ symptoms: message.replace("journal", "registry") }), message)).toBe(false);
    expect(saysThat(anArticle({ symptoms: "It says: No file." }), "No file")).toBe(false);
  });
});

describe("trees that are grown", () => {
  it("put the right candidate first where only two features together tell it", () => {
    const groups = Array.from({ length: 300 }, (_, at) => [
      candidate({ chain: 0.9, titleSelf: 0.1 + (at % 5) / 50, right: false }),
      candidate({ chain: 0.1 + (at % 7) / 70, titleSelf: 0.9, right: false }),
      candidate({ chain: 0.9, titleSelf: 0.9, right: at % 3 > 0 }),
      candidate({ chain: 0.1, titleSelf: 0.1, right: at % 3 === 0 }),
    ]);
    const trees = growTrees(groups, {});
    const scores = groups[1]!.map(({ vector }) => scoreOfTrees(trees, vector));
    expect(Math.max(...scores)).toBe(scores[2]);
  });
});

function candidate({ right, ...features }: { chain: number; titleSelf: number; right: boolean }): Example {
  const vector = new Float64Array(FEATURES.length);
  vector[FEATURES.indexOf("chain")] = features.chain;
  vector[FEATURES.indexOf("titleSelf")] = features.titleSelf;
  return { vector, right, weight: 1 };
}
