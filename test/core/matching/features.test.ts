import { describe, expect, it } from "vitest";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { FEATURES } from "../../../src/core/matching/features.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { rankUnit } from "../../../src/core/matching/rank.ts";
import { searcherOf } from "../../../src/core/matching/searcher.ts";
import { unitsOf } from "../../../src/core/matching/unit.ts";
import type { Via } from "../../../src/core/signals/signal.ts";
import { anArticle, anEvent } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

describe("what an article is ranked by", () => {
  it("has all that a person may have said", () => {
    const said = new Set(INQUIRIES.flatMap((inquiry) => featuresSaidBy(...inquiry)));
    expect(FEATURES.filter((name) => !said.has(name))).toEqual([]);
  });
});

const ARTICLES = [
  anArticle({
    title: "The kiwi is broken after the harvest",
    symptoms: "Kiwi.sys does not start.",
    signals: {
      events: [anEvent({ id: 5389, source: "Kiwi" }), anEvent({ id: 77, source: "Basket", role: "companion" })],
      codes: ["80004005"],
      names: ["KIWI_NOT_FOUND"],
      positions: ["kiwi.cpp@12"],
    },
  }),
  anArticle({
    title: "The lime is broken",
    symptoms: "Error 80004005h comes up.",
    signals: { events: [anEvent({ id: 5389 })] },
  }),
];

const INQUIRIES: readonly (readonly [string, Via])[] = [
  ["Kiwi.sys does not start.", "channel"],
  ["The kiwi is broken after the harvest", "command"],
  ["Kiwi.sys does not start, the harvest of Melon.sys failed", "channel"],
  ["event 5389 from Kiwi", "command"],
  ["event 5389 from Lime", "command"],
  ["event id 5389", "command"],
  ["event 77 from Basket", "command"],
  ["event 99 from Kiwi: the lime is broken", "command"],
  ["the lime row 5389", "command"],
  [`${ARTICLES[0]!.id} KIWI_NOT_FOUND 0x80004005 kiwi.cpp@12`, "command"],
  ["the lime is broken, error 1234 and 0x80070005", "command"],
];

function featuresSaidBy(text: string, via: Via): readonly string[] {
  const searchers = [searcherOf(buildSegment(ARTICLES))];
  const ranked = unitsOf(anInquiry([text], via)).flatMap((unit) => rankUnit(searchers, DEFAULT_MODEL, unit));
  return FEATURES.filter((_, at) => ranked.some(({ vector }) => vector[at] !== 0));
}
