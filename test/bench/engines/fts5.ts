import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Engine, MOST_FOUND } from "./engine.ts";
import { distinctWords, fieldsOf } from "./fields.ts";

/** Of title, symptoms and body. */
const WEIGHTS = "4, 1.8, 1";

/** Without stored texts, which are not needed to rank. */
const SCHEMA = `
  CREATE TABLE names (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL);
  CREATE VIRTUAL TABLE articles USING fts5
    (title, symptoms, body, content='', tokenize="porter unicode61 tokenchars '_'");
`;

export const fts5: Engine = {
  build: (articles, folder) => {
    const database = new DatabaseSync(fileIn(folder));
    database.exec(`${SCHEMA} BEGIN`);
    const name = database.prepare("INSERT INTO names VALUES (?, ?)");
    const add = database.prepare("INSERT INTO articles (rowid, title, symptoms, body) VALUES (?, ?, ?, ?)");
    articles.map(fieldsOf).forEach(({ id, title, symptoms, body }, place) => {
      name.run(place + 1, id);
      add.run(place + 1, title, symptoms, body);
    });
    database.exec("COMMIT; INSERT INTO articles (articles) VALUES ('optimize')");
    database.close();
  },
  open: (folder) => {
    const database = new DatabaseSync(fileIn(folder), { readOnly: true });
    const select = database.prepare(
      `SELECT names.id AS id, found.score AS score FROM
         (SELECT rowid, bm25(articles, ${WEIGHTS}) AS score FROM articles WHERE articles MATCH ? ORDER BY score LIMIT ${MOST_FOUND})
         AS found JOIN names ON names.rowid = found.rowid ORDER BY found.score`,
    );
    return {
      search: (query) => {
        const words = distinctWords(query);
        const found = words.length === 0 ? [] : select.all(words.map((word) => `"${word}"`).join(" OR "));
        // bm25() is the better the lower it is.
        const score = found[0] === undefined ? 0 : -Number(found[0]["score"]);
        return { articles: found.map(({ id }) => String(id)), score, words: words.length };
      },
    };
  },
};

function fileIn(folder: string): string {
  return join(folder, "fts5.sqlite");
}
