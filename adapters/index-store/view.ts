import type { Searcher } from "../../src/core/matching/searcher.ts";
import type { Double } from "./doubles.ts";
import type { Stock } from "./overlay.ts";
import { docIn, entriesOf } from "./shelf.ts";

/** A folder among those that somebody may see, the weightiest first. */
export type Seen = { readonly name: string; readonly stock: Stock };

export type View = { readonly searchers: readonly Searcher[]; readonly doubles: readonly Double[] };

/** All folders as one. Where two have an article of one id, the weightier one is asked; equal ones in their order. */
export function viewOf(seen: readonly Seen[]): View {
  const doubles: Double[] = [];
  const searchers = seen.flatMap(({ name, stock }, place) =>
    stock.searchers.map((searcher) => {
      const taken = seen.slice(0, place).flatMap((above) => shared(above, searcher));
      doubles.push(...taken.map(({ id, by }) => ({ id, kept: by, hidden: name })));
      return taken.length === 0
        ? searcher
        : { ...searcher, hidden: [...searcher.hidden, ...taken.map(({ doc }) => doc)] };
    }),
  );
  return { searchers, doubles };
}

type Shared = { readonly id: string; readonly doc: number; readonly by: string };

/** The articles of a searcher that a folder above has too. */
function shared({ name, stock }: Seen, below: Searcher): readonly Shared[] {
  return stock.searchers.flatMap((above) =>
    pairsOf(above, below).flatMap(({ id, kept, doc }) =>
      above.hidden.includes(kept) || below.hidden.includes(doc) ? [] : [{ id, doc, by: name }],
    ),
  );
}

type Pair = { readonly id: string; readonly kept: number; readonly doc: number };

const known = new WeakMap<object, WeakMap<object, readonly Pair[]>>();

/** Articles that two segments share. Costs as much as the smaller one has articles, once. */
function pairsOf(above: Searcher, below: Searcher): readonly Pair[] {
  const others = known.get(above.segment) ?? new WeakMap<object, readonly Pair[]>();
  known.set(above.segment, others);
  const found = others.get(below.segment) ?? findPairs(above, below);
  others.set(below.segment, found);
  return found;
}

function findPairs(above: Searcher, below: Searcher): readonly Pair[] {
  const isAboveSmall = above.segment.sizes.length < below.segment.sizes.length;
  const [small, large] = isAboveSmall ? [above, below] : [below, above];
  return [...entriesOf({ ...small, hidden: [] })].flatMap(({ id, doc }) => {
    const other = docIn(large.segment, id);
    if (other === undefined) return [];
    return [isAboveSmall ? { id, kept: doc, doc: other } : { id, kept: other, doc }];
  });
}
