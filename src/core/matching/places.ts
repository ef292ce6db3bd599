import type { Query } from "./query.ts";
import type { Desk } from "./searcher.ts";

/** Where the query's terms stand: entries of one term follow each other through `next`. */
export type Places = {
  readonly word: Uint16Array;
  readonly likeness: Float32Array;
  /** The weight of the word times the likeness. */
  readonly weight: Float64Array;
  readonly next: Uint16Array;
};

/** Lays a query out on the desk. */
export function layPlaces(desk: Desk, query: Query): Places {
  const entries = query.words.reduce((sum, word) => sum + word.terms.length + word.alike.length, 0);
  const places = {
    word: new Uint16Array(entries + 1),
    likeness: new Float32Array(entries + 1),
    weight: new Float64Array(entries + 1),
    next: new Uint16Array(entries + 1),
  };
  let entry = entries;
  for (let at = query.words.length - 1; at >= 0; at--) {
    const { weight, terms, alike } = query.words[at]!;
    for (const { term, likeness } of [...terms, ...alike]) {
      places.word[entry] = at;
      places.likeness[entry] = likeness;
      places.weight[entry] = weight * places.likeness[entry]!;
      places.next[entry] = desk.places[term]!;
      desk.places[term] = entry--;
    }
  }
  return places;
}

/** Takes the query from the desk again. */
export function clearPlaces(desk: Desk, query: Query): void {
  for (const { terms, alike } of query.words) for (const { term } of [...terms, ...alike]) desk.places[term] = 0;
}
