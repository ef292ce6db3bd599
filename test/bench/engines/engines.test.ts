import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownArticles } from "../../support/knowledge.ts";
import type { LabelledQuery } from "../metrics.ts";
import { MOST_FOUND } from "./engine.ts";
import { ENGINE_NAMES, ENGINES } from "./index.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kms-engine-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(ENGINE_NAMES)("the engine %s", (name) => {
  it("finds every article by its title, from an index that was kept and opened again", async () => {
    const { search } = await built(name);
    for (const { id, title } of ownArticles) expect((await search(aQuery(title))).articles).toContain(id);
  });

  it("lists no article twice and none that is not there", async () => {
    const { search } = await built(name);
    const { articles } = await search(aQuery("The service could not start. Event ID: 5389"));
    expect(new Set(articles).size).toBe(articles.length);
    expect(ownArticles.map(({ id }) => id)).toEqual(expect.arrayContaining([...articles]));
    expect(articles.length).toBeLessThanOrEqual(MOST_FOUND);
  });

  it.each([["nothing"], [""], ['"quotes" AND (brackets* OR -minus: NEAR/2'], ["<Event><System>"]])(
    "answers %j without a fault",
    async (text) => {
      const { search } = await built(name);
      expect((await search(aQuery(text))).score).toEqual(expect.any(Number));
    },
  );
});

async function built(name: (typeof ENGINE_NAMES)[number]) {
  const engine = await ENGINES[name]();
  await engine.build(ownArticles, folder);
  return engine.open(folder);
}

function aQuery(text: string): LabelledQuery {
  return { id: "a query", via: "command", texts: [text], class: "titles", relevant: [] };
}
