import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Index } from "flexsearch";
import { type Engine, MOST_FOUND } from "./engine.ts";
import { distinctWords, type Fields, fieldsOf, wordsIn } from "./fields.ts";

/**
 * One index of whole articles, the title first, because FlexSearch ranks words by how early they stand; joining an index
 * for each field finds half as many. All words count alike, so the everyday ones are left out. It tells no scores.
 */
export const flexsearch: Engine = {
  build: (articles, folder) => {
    const index = emptyIndex();
    const documents = articles.map(fieldsOf);
    tellingTexts(documents.map(textOf)).forEach((text, place) => void index.add(place, text));
    index.export((key: string, data: string) => writeFileSync(join(folder, `${key}${PART}`), data ?? ""));
    writeFileSync(join(folder, "ids.json"), JSON.stringify(documents.map(({ id }) => id)));
  },
  open: (folder) => {
    const ids: readonly string[] = JSON.parse(readFileSync(join(folder, "ids.json"), "utf8"));
    const index = openIndex(folder);
    return {
      search: (query) => {
        const words = distinctWords(query);
        // `suggest` is its OR: articles with most of the words come first.
        const places = index.search(words.join(" "), { limit: MOST_FOUND, suggest: true });
        return { articles: places.map((place) => ids[Number(place)]!), score: 0, words: words.length };
      },
    };
  },
};

const PART = ".part.json";

function textOf({ title, symptoms, body }: Fields): string {
  return [title, symptoms, body].join("\n");
}

/** Words that more of the articles have say nothing; of 5, 10, 20 and 100 % this serves FlexSearch best. */
const EVERYDAY_SHARE = 0.1;

function tellingTexts(texts: readonly string[]): readonly string[] {
  const frequencies = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsIn(text))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  const most = Math.max(EVERYDAY_SHARE * texts.length, FEW_ARTICLES);
  return texts.map((text) =>
    wordsIn(text)
      .filter((word) => frequencies.get(word)! <= most)
      .join(" "),
  );
}

/** In so few articles no word is an everyday one. */
const FEW_ARTICLES = 10;

function emptyIndex(): Index {
  return new Index({ encode: wordsIn, tokenize: "strict", resolution: 9 });
}

function openIndex(folder: string): Index {
  const index = emptyIndex();
  for (const name of readdirSync(folder).filter((one) => one.endsWith(PART)))
    index.import(name.slice(0, -PART.length), readFileSync(join(folder, name), "utf8"));
  return index;
}
