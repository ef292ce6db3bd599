import type { Knowledge } from "../../src/app/knowledge.ts";
import type { ArticleId } from "../../src/core/kb/article.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { DEFAULT_MODEL } from "../../src/core/matching/default-model.ts";
import type { Index } from "../../src/core/matching/index.ts";
import type { Model } from "../../src/core/matching/model.ts";
import { articlesIn } from "./articles.ts";
import { doubleId } from "./doubles.ts";
import { snapshotPath } from "./cache-folder.ts";
import { type Collection, openCollection } from "./collection.ts";
import type { KnowledgeFolder } from "./folders.ts";
import { latestIn } from "./latest.ts";
import { patternSets } from "./pattern-sets.ts";
import { entriesOf, type Entry } from "./shelf.ts";
import type { Stock } from "./overlay.ts";
import { type Seen, type View, viewOf } from "./view.ts";

export type KnowledgeOptions = {
  readonly folders: readonly KnowledgeFolder[];
  /** Where snapshots are kept; undefined keeps none, and a large folder is indexed at every start. */
  readonly cache: string | undefined;
  readonly model?: Model;
  /** Hears how far a first index has come, in files. */
  readonly onProgress?: (progress: { readonly folder: string; readonly done: number; readonly of: number }) => void;
  /** Hears what went wrong and was survived. */
  readonly warn?: (problem: string) => void;
};

/** An index in the memory of this process: it gives all of itself at once. */
export type LocalKnowledge = Knowledge & {
  /** As it is now, without its patterns. Ask anew for every look-up: an index never changes, another takes its place. */
  readonly index: (audience?: string) => Index;
  /** Ids and titles. */
  readonly entries: (audience?: string) => Iterable<Entry>;
};

/** Opens folders of articles: in an instant where a snapshot lies in the cache, however old; `refresh` brings it up to date. */
export async function openKnowledge(options: KnowledgeOptions): Promise<LocalKnowledge> {
  const { folders, model = DEFAULT_MODEL } = options;
  const held = await Promise.all(
    folders.toSorted((a, b) => b.weight - a.weight).map((folder) => hold(folder, options)),
  );
  const view = viewer(held);
  const shelves = byAudience((audience) =>
    articlesIn(
      () => seenBy(held, audience),
      () => idsIn(view(audience)),
    ),
  );
  const all = async (work: (collection: Collection) => unknown): Promise<void> =>
    void (await Promise.all(held.map(({ collection }) => work(collection))));
  const index = (audience?: string): Index => ({ searchers: view(audience).searchers, model });
  const withPatterns = patternSets();
  return {
    index,
    indexFor: (_, audience) => withPatterns(index(audience)),
    titlesFor: (_, audience) => index(audience),
    articles: shelves,
    entries: (audience) => entriesIn(view(audience)),
    problems: () => [...held.flatMap(({ collection }) => collection.problems()), ...doublesIn(held)],
    latest: ({ audience, ...query }) => latestIn(seenBy(held, audience), query),
    refresh: () => all((collection) => collection.refresh({ kind: "somewhere" }).then(collection.settled)),
    watch: () => void all((collection) => collection.watch()),
    close: () => all((collection) => collection.close()),
  };
}

/** A folder with what is indexed of it. */
type Held = KnowledgeFolder & { readonly collection: Collection };

async function hold(folder: KnowledgeFolder, { cache, onProgress, warn }: KnowledgeOptions): Promise<Held> {
  const collection = await openCollection({
    folder: folder.folder,
    path: cache === undefined ? undefined : snapshotPath(cache, folder.folder.root),
    onProgress: (done, of) => onProgress?.({ folder: folder.name, done, of }),
    warn: (problem) => warn?.(problem),
  });
  return { ...folder, collection };
}

type SeenFolder = KnowledgeFolder & Seen;

function seenBy(held: readonly Held[], audience: string | undefined): readonly SeenFolder[] {
  return held
    .filter((one) => one.audience === undefined || one.audience === audience)
    .map((one) => ({ ...one, stock: one.collection.stock() }));
}

/** One view for each audience, made anew only when something changed. */
function viewer(held: readonly Held[]): (audience: string | undefined) => View {
  const made = new Map<string | undefined, { readonly stocks: readonly Stock[]; readonly view: View }>();
  return (audience) => {
    const seen = seenBy(held, audience);
    const before = made.get(audience);
    if (before !== undefined && seen.every(({ stock }, place) => stock === before.stocks[place])) return before.view;
    const view = viewOf(seen);
    made.set(audience, { stocks: seen.map(({ stock }) => stock), view });
    return view;
  };
}

function byAudience<T>(make: (audience: string | undefined) => T): (audience?: string) => T {
  const made = new Map<string | undefined, T>();
  return (audience) => {
    const known = made.get(audience) ?? make(audience);
    made.set(audience, known);
    return known;
  };
}

function* entriesIn({ searchers }: View): Generator<Entry> {
  for (const searcher of searchers) yield* entriesOf(searcher);
}

function* idsIn(view: View): Generator<ArticleId> {
  for (const { id } of entriesIn(view)) yield id;
}

/** What everyone may see of each other; a double across audiences is nobody's business. */
function doublesIn(held: readonly Held[]): readonly Problem[] {
  const audiences = new Set(held.map(({ audience }) => audience));
  const doubles = [...audiences].flatMap((audience) => viewOf(seenBy(held, audience)).doubles);
  return [...new Map(doubles.map(doubleId).map((problem) => [problem.message, problem])).values()];
}
