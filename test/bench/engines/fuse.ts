import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Fuse, { type IFuseOptions } from "fuse.js";
import { type Engine, MOST_FOUND } from "./engine.ts";
import { distinctWords, type Fields, fieldsOf, textOfQuery, wordsIn } from "./fields.ts";

/** Word by word with TF-IDF: a whole paste as one pattern matches nothing. */
const OPTIONS: IFuseOptions<Fields> = {
  keys: [
    { name: "title", weight: 4 },
    { name: "symptoms", weight: 1.8 },
    { name: "body", weight: 1 },
  ],
  includeScore: true,
  ignoreLocation: true,
  threshold: 0.3,
  useTokenSearch: true,
  tokenMatch: "any",
  tokenize: wordsIn,
};

export const fuse: Engine = {
  build: (articles, folder) => {
    const documents = articles.map(fieldsOf);
    writeFileSync(join(folder, "documents.json"), JSON.stringify(documents));
    writeFileSync(join(folder, "index.json"), JSON.stringify(Fuse.createIndex(OPTIONS.keys!, documents)));
  },
  open: (folder) => {
    const documents: readonly Fields[] = JSON.parse(readFileSync(join(folder, "documents.json"), "utf8"));
    const index = Fuse.parseIndex<Fields>(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")));
    const fused = new Fuse(documents, OPTIONS, index);
    return {
      search: (query) => {
        const found = fused.search(textOfQuery(query), { limit: MOST_FOUND });
        const score = 1 - (found[0]?.score ?? 1);
        return { articles: found.map(({ item }) => item.id), score, words: distinctWords(query).length };
      },
    };
  },
};
