import { articleCount, cardOf, type Segment } from "../matching/segment.ts";
import { fold } from "./fold.ts";
import { layLines, type Lines } from "./lines.ts";
import { collectWords, type TitleWords } from "./title-words.ts";

/** What the articles of one segment are called: a line for each id, title and alias, folded. */
export type Titles = {
  readonly lines: Lines;
  /** The article that each line belongs to. */
  readonly docs: Uint32Array;
  readonly words: TitleWords;
};

const known = new WeakMap<Segment, Titles>();

/** A segment never changes, so its titles are read once: some five microseconds a title. */
export function titlesOf(segment: Segment): Titles {
  const titles = known.get(segment) ?? readTitles(segment);
  known.set(segment, titles);
  return titles;
}

function readTitles(segment: Segment): Titles {
  const lines: string[] = [];
  const docs: number[] = [];
  for (let doc = 0; doc < articleCount(segment); doc++) {
    const { id, title, aliases = [] } = cardOf(segment, doc);
    for (const name of [id, title, ...aliases]) {
      lines.push(fold(name));
      docs.push(doc);
    }
  }
  return { lines: layLines(lines), docs: Uint32Array.from(docs), words: collectWords(lines) };
}
