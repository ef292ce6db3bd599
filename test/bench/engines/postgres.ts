import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPostgresKnowledge } from "../../../adapters/index-store/postgres/index.ts";
import { openPool } from "../../../adapters/store/postgres/pool.ts";
import type { Knowledge } from "../../../src/app/knowledge.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { folderOf } from "../database/folder-of.ts";
import type { LabelledQuery } from "../metrics.ts";
import { required } from "../options.ts";
import type { Engine, Found } from "./engine.ts";
import { foundBy, inquiryOf } from "./kms.ts";

/** Ours, with its index in the database that `DATABASE_URL` names. What is kept in the folder is the name of the index. */
export const postgres: Engine = {
  build: (articles, folder) => fillDatabase(articles, articles.length, folder, `bench ${folder}`),
  open: async (folder) => {
    const knowledge = await knowledgeNamed(readFileSync(join(folder, NAME), "utf8"), []);
    return { search: (query) => search(knowledge, query) };
  },
};

const NAME = "name.txt";

/** Fills the database with `count` articles under a name of their own. */
export async function fillDatabase(
  articles: Iterable<Article>,
  count: number,
  folder: string,
  name: string,
): Promise<void> {
  const knowledge = await knowledgeNamed(name, articles, count);
  await knowledge.refresh();
  await knowledge.close();
  writeFileSync(join(folder, NAME), name);
}

function knowledgeNamed(name: string, articles: Iterable<Article>, count = 0): Promise<Knowledge> {
  const pool = openPool(required(process.env["DATABASE_URL"], "DATABASE_URL (a variable)"));
  const folders = [{ name, audience: undefined, weight: 1, folder: folderOf(articles, count) }];
  return openPostgresKnowledge({ folders, pool });
}

async function search(knowledge: Knowledge, query: LabelledQuery): Promise<Found> {
  const inquiry = inquiryOf(query);
  return foundBy(decide(await knowledge.indexFor(inquiry), inquiry), query);
}
