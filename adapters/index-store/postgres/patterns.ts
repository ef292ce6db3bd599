import type { Pool } from "pg";
import { identifier } from "../../../src/core/matching/identifier.ts";
import { cardIn } from "../../../src/core/matching/segment.ts";
import type { ArticlePattern, PatternSet } from "../../../src/core/patterns/pattern.ts";
import { setOf } from "../pattern-sets.ts";
import type { Directory } from "./directory.ts";
import { written } from "./lexemes.ts";
import { unpackOutline } from "./pack-outline.ts";

/** The patterns of all articles of a knowledge base, fetched again only when something changed. */
export type PatternBook = (revision: number) => Promise<readonly ArticlePattern[]>;

export function patternBook(pool: Pool, base: number): PatternBook {
  let known: { readonly revision: number; readonly patterns: readonly ArticlePattern[] } = {
    revision: -1,
    patterns: [],
  };
  return async (revision) => {
    if (known.revision !== revision) known = { revision, patterns: await fetchPatterns(pool, base) };
    return known.patterns;
  };
}

const WITH_PATTERNS = "select outline from kms_index_articles where base = $1 and lexemes @@ $2::tsquery order by id";

async function fetchPatterns(pool: Pool, base: number): Promise<readonly ArticlePattern[]> {
  const { rows } = await pool.query<{ outline: Buffer }>(WITH_PATTERNS, [base, written([identifier.patterned])]);
  return rows.flatMap(({ outline }) => {
    const { id, patterns } = cardIn(unpackOutline(outline).card);
    return patterns.map((pattern) => ({ article: id, pattern }));
  });
}

/** A knowledge base among those that somebody may see, the weightiest first. */
export type SeenPatterns = { readonly patterns: readonly ArticlePattern[]; readonly directory: Directory };

/** The patterns of all of them as one; made anew when one of them changed. */
export function patternSets(): (
  audience: string | undefined,
  seen: readonly SeenPatterns[],
) => Promise<PatternSet | undefined> {
  const made = new Map<string | undefined, Made>();
  return async (audience, seen) => {
    const before = made.get(audience);
    if (before !== undefined && isSame(before.seen, seen)) return resolved(before.set);
    const set = setOf(seen.flatMap((one, place) => unhidden(one, seen.slice(0, place))));
    made.set(audience, { seen, set });
    return resolved(set);
  };
}

type Made = { readonly seen: readonly SeenPatterns[]; readonly set: ReturnType<typeof setOf> };

function isSame(before: readonly SeenPatterns[], seen: readonly SeenPatterns[]): boolean {
  return seen.every(
    ({ patterns, directory }, place) => patterns === before[place]?.patterns && directory === before[place].directory,
  );
}

async function resolved(set: Made["set"]): Promise<PatternSet | undefined> {
  return set === "none" ? undefined : set;
}

/** Where two have an article of one id, the weightier one is asked. */
function unhidden({ patterns }: SeenPatterns, above: readonly SeenPatterns[]): readonly ArticlePattern[] {
  return patterns.filter(({ article }) => !above.some(({ directory }) => directory.fileOf(article) !== undefined));
}
