import { describe, expect, it } from "vitest";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { searcherOf } from "../../../src/core/matching/searcher.ts";
import { paragraphsAt } from "../../../src/core/matching/segment.ts";
import { loadedSize, readSnapshot, type Stored, writeSnapshot } from "../../../src/core/matching/snapshot.ts";
import { buildSpelling } from "../../../src/core/matching/spelling.ts";
import { anInquiry, ownArticles, ownIndex } from "../../support/knowledge.ts";

/** Long enough to be looked for in what the articles tell. */
const TALE =
  "our key server was moved to another machine and its database, which a later service pack had written, does not open there any more";

const segment = buildSegment(ownArticles);
const whole = joined(writeSnapshot({ segment, spelling: buildSpelling(segment.lexicon) }));

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** The snapshot as it is opened: what must be loaded, and the texts on demand. */
function opened(bytes = whole): Stored | undefined {
  const size = loadedSize(bytes) ?? 0;
  return readSnapshot(bytes.slice(0, size), (from, to) => bytes.slice(size + from, size + to));
}

describe("a snapshot", () => {
  it.each(["Event ID: 5389 MSExchangeKMS", "0x800FF351", "the optimizer hangs", "pizza?", TALE])(
    "answers to “%s” what the index answered that it was made of",
    (text) => {
      const stored = opened();
      const searchers = stored === undefined ? [] : [searcherOf(stored.segment, stored.spelling)];
      const inquiry = anInquiry([text], "command");
      expect(decide({ searchers, model: DEFAULT_MODEL }, inquiry)).toEqual(decide(ownIndex, inquiry));
    },
  );

  it("keeps the texts behind what is loaded", () => {
    expect(paragraphsAt(opened()!.segment, 2)).toEqual(paragraphsAt(segment, 2));
    expect(loadedSize(whole)).toBeLessThan(whole.length);
  });

  it("is the same, byte for byte, when it is made again", () => {
    const again = buildSegment(ownArticles);
    expect(joined(writeSnapshot({ segment: again, spelling: buildSpelling(again.lexicon) }))).toEqual(whole);
  });
});

describe("what is no snapshot", () => {
  it("is refused: another file, another format, or nothing", () => {
    const later = whole.slice();
    later[4]! += 1;
    expect(loadedSize(new TextEncoder().encode("%PDF-1.7 and so on"))).toBeUndefined();
    expect(loadedSize(later)).toBeUndefined();
    expect(loadedSize(new Uint8Array(7))).toBeUndefined();
  });

  it("is refused when it is cut off", () => {
    const size = loadedSize(whole)!;
    expect(readSnapshot(whole.slice(0, size - 4_096), () => new Uint8Array())).toBeUndefined();
  });
});
