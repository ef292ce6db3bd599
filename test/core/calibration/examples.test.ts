import { expect, it } from "vitest";
import { trialOf } from "../../../src/core/calibration/examples.ts";
import { FEATURES } from "../../../src/core/matching/features.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { modelKindOf } from "../../../src/core/matching/model.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { anArticle } from "../../support/builders.ts";

const index = indexArticles([
  anArticle({ id: "Q1", title: "Journal", signals: { messages: ["Cannot open the journal of the store."] } }),
  anArticle({ id: "Q2", title: "Ledger", signals: { messages: ["Cannot open the ledger of the bank."] } }),
]);
const query = {
  text: "Cannot open the journal of the store.",
  via: "channel",
  isRight: ({ card }: { card: { id: string } }) => card.id === "Q1",
} as const;

it("learns from a query with its right article among the candidates", () => {
  const trial = trialOf(index, readSignals, { ...query, answerable: true });
  expect(trial?.candidates.map((one) => one.right)).toEqual([true, false]);
});

it("learns from the same query what it looks like when the article was never written", () => {
  const trial = trialOf(index, readSignals, { ...query, answerable: false });
  expect(trial?.candidates.map((one) => one.right)).toEqual([false]);
  expect(trial?.candidates[0]?.vector[FEATURES.indexOf("chainShare")]).toBe(1);
});

it("tells a title half remembered from a tale", () => {
  expect(kindOf("spooler does not start after restart")).toBe("talk");
  expect(
    kindOf("We restarted the machine yesterday and since then the spooler of the old printer does not start"),
  ).toBe("tale");
});

function kindOf(text: string): string {
  return modelKindOf({ kind: "talk", text, signals: [], via: "command" });
}
