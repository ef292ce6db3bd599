import type { Alignment, Overlap } from "./align.ts";
import type { Candidate } from "./candidates.ts";
import { type CloseFeatures, closeFeatures, type Shares } from "./close-features.ts";
import { type Closeness, closenessOf } from "./closeness.ts";
import { AT } from "./features.ts";
import type { Query } from "./query.ts";
import type { Desk } from "./searcher.ts";
import type { Segment } from "./segment.ts";
import type { StoryFit } from "./story-fit.ts";
import { tellingOf, tellingWordsOf } from "./telling.ts";
import { type NearText, verbatimOf } from "./verbatim.ts";

type Seen = { readonly candidate: Candidate; readonly alignment: Alignment; readonly vector: Float64Array };

/** Looks at the best candidates of a query that is laid out on the desk: letter by letter, and beside each other. */
export function lookCloser(
  segment: Segment,
  desk: Desk,
  query: Query,
  seen: readonly Seen[],
  storyOf: (doc: number) => StoryFit,
): readonly CloseFeatures[] {
  const words = tellingWordsOf(query);
  const close = seen.map(({ candidate: { doc }, alignment }) =>
    closenessOf(segment, desk, query, doc, nearest(alignment)),
  );
  const shares = sharesOf(seen, close);
  const verbatim = verbatimOf(segment, query, nearTexts(seen, close));
  return seen.map(({ candidate: { doc } }, at) =>
    closeFeatures(close[at]!, tellingOf(segment, doc, words), shares[at]!, verbatim[at]!, storyOf(doc)),
  );
}

/** What each candidate has of the most that any has. */
function sharesOf(seen: readonly Seen[], close: readonly Closeness[]): readonly Shares[] {
  const most = (feature: number): number => Math.max(LEAST, ...seen.map(({ vector }) => vector[feature]!));
  const chain = most(AT.chain);
  const title = most(AT.titleBoth);
  const paragraph = most(AT.paragraphBoth);
  const letters = Math.max(LEAST, ...close.map(bothWays));
  return seen.map(({ vector }, at) => ({
    chainShare: vector[AT.chain]! / chain,
    titleShare: vector[AT.titleBoth]! / title,
    paragraphShare: vector[AT.paragraphBoth]! / paragraph,
    lettersShare: bothWays(close[at]!) / letters,
  }));
}

function nearTexts(seen: readonly Seen[], close: readonly Closeness[]): readonly NearText[] {
  return seen.map(({ candidate: { doc }, alignment }, at) => ({
    doc,
    place: nearest(alignment).place,
    likeness: bothWays(close[at]!),
  }));
}

function bothWays({ query, self }: Closeness): number {
  return query * self;
}

/** Nothing is divided by 0. */
const LEAST = 1e-6;

/** The better of the best title and the best paragraph, by their words. */
function nearest({ title, paragraph }: Alignment): Overlap {
  return worth(title) > worth(paragraph) ? title : paragraph;
}

function worth({ query, self }: Overlap): number {
  return query * query * self;
}
