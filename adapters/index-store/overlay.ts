import type { ArticleFolder, FileFacts } from "../../src/app/article-folder.ts";
import type { Article } from "../../src/core/kb/article.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import type { Searcher } from "../../src/core/matching/searcher.ts";
import { supplement } from "../../src/core/matching/supplement.ts";
import { hashOf } from "./hash-of.ts";
import { sameId } from "./same-id.ts";
import { docWithId, hide, type Shelf } from "./shelf.ts";
import type { understand } from "./understand.ts";

/** A file that is not what it was when the index was built. */
export type Edit = { readonly name: string; readonly facts: FileFacts | undefined; readonly hash: number } & EditKind;

type EditKind =
  | { readonly kind: "written"; readonly article: Article }
  /** No article any more: it went, or cannot be used. */
  | { readonly kind: "lost"; readonly problems: readonly Problem[] }
  /** Touched, but it says what it said. */
  | { readonly kind: "same" };

/** A folder as it is now: what was indexed, and what was edited since. Never changes; an edit makes another one. */
export type Stock = {
  readonly shelf: Shelf;
  readonly edits: ReadonlyMap<string, Edit>;
  /** Edited articles, indexed: many that rarely change, and the few latest ones. */
  readonly settled: Layer | undefined;
  readonly latest: Layer | undefined;
  readonly searchers: readonly Searcher[];
};

/** An index of edited articles; article n is that of edit n. */
type Layer = { readonly searcher: Searcher; readonly edits: readonly Written[] };

type Written = Extract<Edit, { kind: "written" }>;

/** So many are indexed anew with every edit; more become settled. */
const MOST_LATEST = 4;

export function unedited(shelf: Shelf): Stock {
  return { shelf, edits: new Map(), settled: undefined, latest: undefined, searchers: shelf.searchers };
}

/** What an edit is read with. */
export type EditReader = {
  readonly folder: Pick<ArticleFolder, "facts" | "read">;
  readonly shelf: Shelf;
  /** Handed over, because most starts have nothing to read and are spared loading a parser. */
  readonly understand: typeof understand;
};

/** What has become of a file since it was indexed. */
export function readEdit({ folder, shelf, understand: read }: EditReader, name: string): Edit {
  const facts = folder.facts(name);
  const text = facts && folder.read(name);
  if (facts === undefined || text === undefined) return { kind: "lost", name, facts: undefined, hash: 0, problems: [] };
  const hash = hashOf(text);
  if (shelf.manifest.find(name)?.hash === hash) return { kind: "same", name, facts, hash };
  const understood = read(name, text);
  if (understood.kind === "article") return { kind: "written", name, facts, hash, article: understood.article };
  return { kind: "lost", name, facts, hash, problems: understood.kind === "rejected" ? understood.problems : [] };
}

/** The folder after these edits, each file once. */
export function edited(stock: Stock, batch: readonly Edit[]): Stock {
  const edits = new Map(stock.edits);
  const isWritten = (edit: Edit): edit is Written => edit.kind === "written";
  for (const edit of batch.filter((each) => !isWritten(each))) edits.set(edit.name, edit);
  for (const edit of batch.filter(isWritten)) edits.delete(edit.name);
  for (const edit of batch.filter(isWritten)) edits.set(edit.name, unlessTaken(edit, edits, stock.shelf));
  return layered(stock, edits);
}

/** Two files with one id: the one that has it keeps it. */
function unlessTaken(edit: Written, edits: ReadonlyMap<string, Edit>, shelf: Shelf): Edit {
  const owner = ownerOf(edit.article.id, edits, shelf);
  if (owner === undefined || owner === edit.name) return edit;
  const { name, facts, hash } = edit;
  return { kind: "lost", name, facts, hash, problems: [sameId(edit.article, name, owner)] };
}

/** The file that has this id. */
export function ownerOf(id: string, edits: ReadonlyMap<string, Edit>, shelf: Shelf): string | undefined {
  for (const edit of edits.values())
    if (edit.kind === "written" && edit.article.id.toLowerCase() === id.toLowerCase()) return edit.name;
  const doc = docWithId(shelf, id);
  if (doc === undefined) return undefined;
  const name = shelf.manifest.nameOf(doc);
  const edit = edits.get(name);
  return edit === undefined || edit.kind === "same" ? name : undefined;
}

function layered(stock: Stock, edits: ReadonlyMap<string, Edit>): Stock {
  const { shelf } = stock;
  const written = [...edits.values()].filter((edit) => edit.kind === "written");
  const known = new Set(stock.settled?.edits);
  const loose = written.filter((edit) => !known.has(edit));
  const isMany = loose.length > MOST_LATEST;
  const settled = isMany ? layerOf(written, shelf) : stock.settled;
  const latest = isMany || loose.length === 0 ? undefined : layerOf(loose, shelf);
  return { shelf, edits, settled, latest, searchers: searchersOf(shelf, edits, [settled, latest]) };
}

function layerOf(edits: readonly Written[], { searchers: [main] }: Shelf): Layer {
  const articles = edits.map(({ article }) => article);
  return { edits, searcher: supplement(articles, main) };
}

function searchersOf(
  shelf: Shelf,
  edits: ReadonlyMap<string, Edit>,
  layers: readonly (Layer | undefined)[],
): readonly Searcher[] {
  const outdated = [...edits.values()].flatMap((edit) =>
    edit.kind === "same" ? [] : (shelf.manifest.find(edit.name)?.doc ?? []),
  );
  const onTop = layers.flatMap((layer) => (layer === undefined ? [] : [withoutOutdated(layer, edits)]));
  return [...hide(shelf.searchers, outdated), ...onTop];
}

function withoutOutdated({ searcher, edits: own }: Layer, edits: ReadonlyMap<string, Edit>): Searcher {
  return { ...searcher, hidden: own.flatMap((edit, doc) => (edits.get(edit.name) === edit ? [] : [doc])) };
}
