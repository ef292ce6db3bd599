import { expect, it } from "vitest";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { spellingOf } from "../../../src/core/matching/lexicon.ts";
import { queryOf } from "../../../src/core/matching/query.ts";
import { buildSpelling } from "../../../src/core/matching/spelling.ts";
import { anArticle } from "../../support/builders.ts";

const segment = buildSegment([anArticle({ title: "The database and its timestamps were unusable" })]);
const spelling = buildSpelling(segment.lexicon);

/** What each word of somebody's text may have meant, in the spelling of the index. */
function meant(text: string): readonly (readonly string[])[] {
  const { words } = queryOf({ kind: "talk", text, signals: [], via: "command" }, segment, spelling);
  return words.map(({ terms }) => terms.map(({ term }) => spellingOf(segment.lexicon, term)));
}

it.each([
  { text: "data base", word: "databas" },
  { text: "time stamps", word: "timestamp" },
  { text: "Data Bases", word: "databas" },
  { text: "un usable", word: "unusabl" },
])("takes “$text” for one word that was written apart", ({ text, word }) => {
  expect(meant(text)).toEqual([[word], [word]]);
});
