import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch, { type Options } from "minisearch";
import { type Engine, MOST_FOUND } from "./engine.ts";
import { distinctWords, FIELD_NAMES, type Fields, fieldsOf, wordsIn } from "./fields.ts";

const OPTIONS: Options<Fields> = {
  fields: [...FIELD_NAMES],
  tokenize: wordsIn,
  searchOptions: {
    combineWith: "OR",
    boost: { title: 2, symptoms: 1.5, body: 1 },
    fuzzy: (word) => (word.length > 4 && !/\d/.test(word) ? 0.2 : false),
    maxFuzzy: 2,
  },
};

export const minisearch: Engine = {
  build: (articles, folder) => {
    const index = new MiniSearch<Fields>(OPTIONS);
    index.addAll(articles.map(fieldsOf));
    writeFileSync(fileIn(folder), JSON.stringify(index));
  },
  open: (folder) => {
    const index = MiniSearch.loadJSON<Fields>(readFileSync(fileIn(folder), "utf8"), OPTIONS);
    return {
      search: (query) => {
        const words = distinctWords(query);
        const found = index.search(words.join(" ")).slice(0, MOST_FOUND);
        return { articles: found.map(({ id }) => String(id)), score: found[0]?.score ?? 0, words: words.length };
      },
    };
  },
};

function fileIn(folder: string): string {
  return join(folder, "minisearch.json");
}
