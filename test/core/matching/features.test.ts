import { describe, expect, it } from "vitest";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { FIRST_FEATURES } from "../../../src/core/matching/features.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { rankUnit } from "../../../src/core/matching/rank.ts";
import { searcherOf } from "../../../src/core/matching/searcher.ts";
import { unitsOf } from "../../../src/core/matching/unit.ts";
import { anArticle } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

describe("what an article is ranked by", () => {
  it("stands in the order of the model's weights", () => {
    const searcher = searcherOf(buildSegment([anArticle({ title: "The kiwi is broken" })]));
    const [unit] = unitsOf(anInquiry(["The kiwi is broken"], "command"));
    const [first] = rankUnit([searcher], DEFAULT_MODEL, unit!);
    expect(Object.keys(first!.features)).toEqual(FIRST_FEATURES);
    expect([...first!.vector].slice(0, FIRST_FEATURES.length)).toEqual(Object.values(first!.features));
  });
});
