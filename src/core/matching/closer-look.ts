import type { Alignment } from "./align.ts";
import type { Candidate } from "./candidates.ts";
import { closeFeatures } from "./close-features.ts";
import { type Closeness, closenessOf } from "./closeness.ts";
import type { Features } from "./features.ts";
import type { Query } from "./query.ts";
import type { Desk } from "./searcher.ts";
import type { Segment } from "./segment.ts";
import { tellingOf, tellingWordsOf } from "./telling.ts";

type Seen = { readonly candidate: Candidate; readonly alignment: Alignment; readonly features: Features };

/** Looks at the best candidates of a query that is laid out on the desk: letter by letter, and beside each other. */
export function lookCloser(segment: Segment, desk: Desk, query: Query, seen: readonly Seen[]): readonly Features[] {
  const words = tellingWordsOf(query);
  const looked = seen.map(({ candidate: { doc }, alignment, features }) => ({
    ...features,
    ...closeFeatures(closest(segment, desk, query, doc, alignment), tellingOf(segment, doc, words)),
  }));
  const most = (name: keyof Features): number => Math.max(1e-6, ...looked.map((one) => one[name]));
  const [chain, title, paragraph, letters] = [
    most("chain"),
    most("titleBoth"),
    most("paragraphBoth"),
    most("lettersBoth"),
  ];
  return looked.map((one) => ({
    ...one,
    chainShare: one.chain / chain,
    titleShare: one.titleBoth / title,
    paragraphShare: one.paragraphBoth / paragraph,
    lettersShare: one.lettersBoth / letters,
  }));
}

/** The better of the best title and the best paragraph. */
function closest(segment: Segment, desk: Desk, query: Query, doc: number, { title, paragraph }: Alignment): Closeness {
  const named = closenessOf(segment, desk, query, doc, title);
  const told = closenessOf(segment, desk, query, doc, paragraph);
  return worth(named) > worth(told) ? named : told;
}

function worth({ query, self }: Closeness): number {
  return query * query * self;
}
