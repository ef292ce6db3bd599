import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../../adapters/index-store/cache-folder.ts";
import { aFolder, aLargeKnowledgeBase, aRoom, opening, shown, write } from "./room.ts";

/** Opens a large knowledge base, and tells whether it had to be indexed first. */
async function openedFrom(dir: string, cache: string) {
  let built = false;
  const knowledge = await opening({ folders: [aFolder(dir)], cache, onProgress: () => (built = true) });
  return { knowledge, built };
}

function snapshotIn(cache: string): string {
  const [name = "", ...others] = readdirSync(cache);
  expect(others).toEqual([]);
  return join(cache, name);
}

describe("a large knowledge base", () => {
  it("is indexed once, and opened from its snapshot afterwards", async () => {
    const [dir, cache] = [aLargeKnowledgeBase(), aRoom()];
    expect((await openedFrom(dir, cache)).built).toBe(true);
    const { knowledge, built } = await openedFrom(dir, cache);
    expect(built).toBe(false);
    expect(shown(knowledge, "mango")).toBe("MANGO");
  });

  it("has what changed since the snapshot was written, once it is compared", async () => {
    const [dir, cache] = [aLargeKnowledgeBase(), aRoom()];
    await openedFrom(dir, cache);
    write(dir, "mango", "papaya");
    const { knowledge, built } = await openedFrom(dir, cache);
    await knowledge.refresh();
    expect([built, shown(knowledge, "papaya"), shown(knowledge, "mango")]).toEqual([false, "MANGO", undefined]);
  });

  it("is indexed anew when much has changed, and answers from the old index meanwhile", async () => {
    const [dir, cache] = [aLargeKnowledgeBase(), aRoom()];
    const { knowledge } = await openedFrom(dir, cache);
    for (let place = 0; place < 250; place++) write(dir, `part${place}`, `thing${place}`);
    const done = knowledge.refresh();
    expect(shown(knowledge, "part7")).toBe("PART7");
    await done;
    expect([shown(knowledge, "part7"), shown(knowledge, "thing7")]).toEqual([undefined, "PART7"]);
    const again = await openedFrom(dir, cache);
    expect([again.built, shown(again.knowledge, "thing7")]).toEqual([false, "PART7"]);
  });

  it("keeps one snapshot a folder: those by older rules go", async () => {
    const [dir, cache] = [aLargeKnowledgeBase(), aRoom()];
    await openedFrom(dir, cache);
    const path = snapshotIn(cache);
    cpSync(path, path.replace(/-[0-9a-f]+\.kms$/, "-0123456789abcdef.kms"));
    writeFileSync(path, "");
    await openedFrom(dir, cache);
    expect(snapshotIn(cache)).toBe(path);
  });
});

describe("a snapshot that cannot be trusted", () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ["is cut off", (path) => truncateSync(path, 20_000)],
    ["is empty", (path) => truncateSync(path, 0)],
    ["is another file", (path) => writeFileSync(path, "%PDF-1.7\n".repeat(9_000))],
    ["has one bit wrong in its header", (path) => flip(path, 2_000)],
    ["has one bit wrong in the index", (path) => flip(path, 30_000)],
    ["has one bit wrong in the list of files", (path) => flip(path, readFileSync(path).length - 6_000)],
  ];

  it.each(damages)("is refused and written anew when it %s", async (_, damage) => {
    const [dir, cache] = [aLargeKnowledgeBase(), aRoom()];
    await openedFrom(dir, cache);
    damage(snapshotIn(cache));
    const { knowledge, built } = await openedFrom(dir, cache);
    expect([built, shown(knowledge, "kiwi")]).toEqual([true, "KIWI"]);
    expect((await openedFrom(dir, cache)).built).toBe(false);
  });
});

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 4;
  writeFileSync(path, bytes);
}

describe("the place of snapshots", () => {
  it("is KMS_CACHE, or the user's own cache, or none", () => {
    expect(cacheFolder({ KMS_CACHE: "there", XDG_CACHE_HOME: "here" })).toBe("there");
    expect(cacheFolder({ XDG_CACHE_HOME: "here" })).toBe(join("here", "kms"));
    expect(cacheFolder({ KMS_CACHE: "" })).toBeUndefined();
    expect(cacheFolder({})).toMatch(/[\\/]\.cache[\\/]kms$/);
  });
});
