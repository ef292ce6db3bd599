import { differencesWithin, MOST_LETTERS } from "./letters.ts";
import type { Query } from "./query.ts";
import { paragraphsAt, type Segment } from "./segment.ts";

/** An article of which one paragraph is near a query letter by letter: 0 to 1. */
export type NearText = { readonly doc: number; readonly place: number; readonly likeness: number };

/** Below this nobody quotes anything. */
const QUOTES_FROM = 0.5;

/** Others as near as this are its rivals. */
const RIVALS_WITHIN = 0.08;

/**
 * Of articles that quote nearly the same, which quotes the query as it is written, endings and all: 1 for the one that
 * does best and where nobody rivals, less for every letter that another one has better.
 */
export function verbatimOf(segment: Segment, query: Query, near: readonly NearText[]): readonly number[] {
  const best = Math.max(0, ...near.map(({ likeness }) => likeness));
  const isRival = ({ likeness, place }: NearText): boolean =>
    place >= 0 && likeness >= QUOTES_FROM && likeness >= best - RIVALS_WITHIN;
  if (near.filter(isRival).length < 2) return near.map(() => 1);
  const wanted = lettersOf(query.words.map(({ written }) => written).join("")).subarray(0, MOST_LETTERS);
  const likenesses = near.map((one) => (isRival(one) ? likenessAt(segment, wanted, one) : 0));
  const most = Math.max(...likenesses);
  return near.map((one, at) => (isRival(one) ? Math.max(0, 1 - SHARPNESS * (most - likenesses[at]!)) : 1));
}

/** What a share of letters that another has better takes away: a tenth of them takes everything. */
const SHARPNESS = 10;

function likenessAt(segment: Segment, wanted: Uint16Array, { doc, place }: NearText): number {
  const found = lettersOf(paragraphsAt(segment, doc)[place] ?? "");
  const own = Math.min(found.length, MOST_LETTERS);
  if (own === 0 || wanted.length === 0) return 0;
  const lacked = differencesWithin(wanted, wanted.length, found, found.length) / wanted.length;
  const added = differencesWithin(found, own, wanted, wanted.length) / own;
  return (1 - lacked) * (1 - added);
}

/** Letters and digits alone, in small letters; what stands for a varying part is nobody's wording. */
function lettersOf(text: string): Uint16Array {
  const bare = text
    .replace(/<[^<>\n]{1,60}>/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const letters = new Uint16Array(bare.length);
  let length = 0;
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    if (!isSecondHalf(code)) letters[length++] = code;
  }
  return letters.subarray(0, length);
}

/** Of a letter that takes two places. */
function isSecondHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
