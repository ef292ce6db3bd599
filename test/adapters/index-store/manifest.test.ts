import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byName, type Entry, openManifest, writeManifest } from "../../../adapters/index-store/manifest.ts";

const names = fc.uniqueArray(
  fc.array(fc.stringMatching(/^[a-zé.\- ]{1,5}$/u), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/")),
  { maxLength: 60 },
);

const manifests = fc.tuple(names, fc.infiniteStream(fc.nat({ max: 1e9 }))).map(([list, numbers]) => {
  let docs = 0;
  return list.toSorted(byName).map((name): Entry => {
    const [size = 0, hash = 0, modified = 0] = numbers.take(3);
    return { name, size, hash, modified: modified * 1_000, doc: size % 3 === 0 ? undefined : docs++ };
  });
});

describe("the list of what an index was built from", () => {
  it("tells every file again, all at once, by name and by article", () => {
    fc.assert(
      fc.property(manifests, (entries) => {
        const bytes = Uint8Array.from(writeManifest(entries));
        const manifest = openManifest((from, to) => bytes.slice(from, to));
        expect([...manifest.entries()]).toEqual(entries);
        for (const entry of entries) expect(manifest.find(entry.name)).toEqual(entry);
        for (const { doc, name } of entries.filter((entry) => entry.doc !== undefined))
          expect(manifest.nameOf(doc ?? 0)).toBe(name);
        expect(manifest.find("no such name")).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
