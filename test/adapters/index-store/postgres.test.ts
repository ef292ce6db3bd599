import { Client } from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { assert, property, string } from "fast-check";
import { openPostgresKnowledge } from "../../../adapters/index-store/postgres/index.ts";
import { packOutline, unpackOutline } from "../../../adapters/index-store/postgres/pack-outline.ts";
import { written } from "../../../adapters/index-store/postgres/lexemes.ts";
import { openPool } from "../../../adapters/store/postgres/pool.ts";
import { IndexUnreachable } from "../../../src/app/knowledge.ts";
import { outlineOf } from "../../../src/core/excerpt/outline.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { aPostgresUrl } from "../../support/a-store.ts";
import { anArticle } from "../../support/builders.ts";
import { SEED } from "../../support/platform/seed.ts";
import { aFolder, aKnowledgeBase, aLargeKnowledgeBase, shownBy, write } from "./room.ts";

describe("an article outside the process", () => {
  it("comes back as it was kept, whatever is written in it", () => {
    assert(
      property(string({ unit: "binary" }), string({ unit: "grapheme" }), (title, symptoms) => {
        const outline = outlineOf(anArticle({ title, symptoms }));
        const { card, texts, ...rest } = unpackOutline(packOutline(outline));
        expect({ ...rest, card: new Uint8Array(card), texts: new Uint8Array(texts) }).toEqual(outline);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe.skipIf(inject("postgres") === "")("an index in PostgreSQL", () => {
  it("takes any word and any identifier as it is spelled", async () => {
    const client = await connected(await aPostgresUrl());
    const strange = ["it's", "back\\slash", "a b", "'", "\\", "&|!():*<->", "naïve", "日", "x:A"];
    const { rows } = await client.query<{ words: readonly string[] }>(
      "select tsvector_to_array($1::tsvector) as words",
      [written(strange)],
    );
    expect(new Set(rows[0]?.words)).toEqual(new Set(strange));
    for (const one of strange) {
      const { rows: hits } = await client.query("select $1::tsvector @@ $2::tsquery as hit", [
        written(strange),
        written([one]),
      ]);
      expect(hits).toEqual([{ hit: true }]);
    }
  });

  it("is filled once by two replicas that start at the same time, and found complete by both", async () => {
    const url = await aPostgresUrl();
    const dir = aLargeKnowledgeBase();
    const replicas = await Promise.all([replica(url, dir), replica(url, dir)]);
    await Promise.all(replicas.map((one) => one.refresh()));
    for (const one of replicas) expect(await shownBy(one, "kiwi")).toBe("KIWI");
    const client = await connected(url);
    const { rows } = await client.query("select articles, is_counted from kms_index_bases");
    expect(rows).toEqual([{ articles: 512, is_counted: true }]);
    expect(await wrongCounts(client)).toEqual([]);
  });

  it("fills more folders than it has connections", async () => {
    const words = ["kiwi", "mango", "plum", "lemon", "papaya", "melon"];
    const folders = words.map((word) => aFolder(aKnowledgeBase(word), { name: word }));
    const knowledge = await openPostgresKnowledge({ folders, pool: openPool(await aPostgresUrl(), 2) });
    onTestFinished(() => knowledge.close());
    await knowledge.refresh();
    for (const word of words) expect(await shownBy(knowledge, word)).toBe(word.toUpperCase());
  });

  it("shows one replica at once what the other took in", async () => {
    const url = await aPostgresUrl();
    const dir = aKnowledgeBase("kiwi");
    const [one, other] = [await replica(url, dir), await replica(url, dir)];
    await one.refresh();
    await other.refresh();
    write(dir, "kiwi", "papaya");
    await one.refresh();
    expect(await shownBy(other, "papaya")).toBe("KIWI");
    expect(await shownBy(other, "kiwi")).toBeUndefined();
  });

  it("counts words right through edits and removals", async () => {
    const url = await aPostgresUrl();
    const dir = aKnowledgeBase("kiwi", "mango", "plum");
    const knowledge = await replica(url, dir);
    await knowledge.refresh();
    write(dir, "kiwi", "papaya");
    write(dir, "lemon");
    write(dir, "plum", "plum and plum");
    await knowledge.refresh();
    expect(await wrongCounts(await connected(url))).toEqual([]);
  });

  it("takes up a filling that was cut short", async () => {
    const url = await aPostgresUrl();
    const dir = aLargeKnowledgeBase();
    const first = await replica(url, dir);
    await first.refresh();
    const client = await connected(url);
    await client.query("delete from kms_index_files where file > 'part3'");
    await client.query("delete from kms_index_articles where file > 'part3'");
    await client.query("update kms_index_bases set is_counted = false");
    await client.query("delete from kms_index_words where word like 'p%'");
    const second = await replica(url, dir);
    await second.refresh();
    expect(await shownBy(second, "part500")).toBe("PART500");
    expect(await wrongCounts(client)).toEqual([]);
  });

  it("keeps what another version of the program made until nobody has used it for a day", async () => {
    const url = await aPostgresUrl();
    const dir = aKnowledgeBase("kiwi");
    await (await replica(url, dir)).refresh();
    const client = await connected(url);
    await client.query("update kms_index_bases set rules = 'older'");
    await replica(url, dir);
    expect(await basesIn(client)).toHaveLength(2);
    await client.query("update kms_index_bases set seen = now() - interval '25 hours' where rules = 'older'");
    await replica(url, dir);
    expect(await basesIn(client)).toHaveLength(1);
    const { rows } = await client.query("select to_regclass('kms_index_articles_1') as partition");
    expect(rows).toEqual([{ partition: null }]);
  });

  it("says in a sentence that it cannot be asked, and answers again when it can", async () => {
    const url = await aPostgresUrl();
    const knowledge = await replica(url, aKnowledgeBase("kiwi"));
    await knowledge.refresh();
    const client = await connected(url);
    await client.query("alter table kms_index_bases rename to away");
    await expect(shownBy(knowledge, "kiwi")).rejects.toThrow(IndexUnreachable);
    await expect(shownBy(knowledge, "kiwi")).rejects.toThrow(/^Cannot look articles up: .* look after the database\.$/);
    await client.query("alter table away rename to kms_index_bases");
    expect(await shownBy(knowledge, "kiwi")).toBe("KIWI");
  });

  it("shows an article from disk right after a restart, before anything was asked", async () => {
    const url = await aPostgresUrl();
    const dir = aKnowledgeBase("kiwi", "mango");
    await (await replica(url, dir)).refresh();
    const restarted = await replica(url, dir);
    expect(restarted.articles().get(articleId("mango"))?.title).toBe("The mango is broken");
  });
});

async function replica(url: string, dir: string) {
  const knowledge = await openPostgresKnowledge({ folders: [aFolder(dir)], pool: openPool(url, 4) });
  onTestFinished(() => knowledge.close());
  return knowledge;
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function basesIn(client: Client): Promise<readonly unknown[]> {
  return (await client.query("select base from kms_index_bases")).rows;
}

/** Words whose count is not that of the articles that have them. */
async function wrongCounts(client: Client): Promise<readonly unknown[]> {
  const { rows } = await client.query(`
    select coalesce(word, lexeme) as word, known.articles, counted.articles as counted
    from (select word, articles from kms_index_words where articles > 0) as known
    full join (
      select lexeme, count(*)::int as articles from kms_index_articles, unnest(lexemes)
      where lexeme !~ '[=#+$~!@^]' group by lexeme) as counted on lexeme = word
    where known.articles is distinct from counted.articles`);
  return rows;
}
