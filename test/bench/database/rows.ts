import { megabytes, milliseconds, percent, share } from "../figures.ts";
import { figuresByClass, mean, type Outcome } from "../metrics.ts";
import { count } from "../scale/plot.ts";
import type { Size } from "../scale/sizes.ts";
import type { Table } from "../table.ts";
import type { Place } from "./measure-place.ts";

/** Both indexes at one size. */
export type Pair = {
  readonly size: Size;
  /** Whether the articles that the queries are about are all there. */
  readonly isWhole: boolean;
  readonly memory: Place;
  readonly database: Place;
};

/** Two rows a size. What both say alike stands in the row of the database. */
export function rowsOf(pairs: readonly Pair[]): Table {
  return [
    HEAD,
    ...pairs.flatMap(({ size, isWhole, memory, database }) => [
      [`${count(size.articles)}, in memory`, ...cells(memory, isWhole), "", ""],
      [`${count(size.articles)}, in PostgreSQL`, ...cells(database, isWhole), ...likeness(memory, database)],
    ]),
  ];
}

const HEAD = [
  "articles",
  "p50",
  "p95",
  "p99",
  "memory over bare Node",
  "of which heap and buffers",
  "opening",
  "filling",
  "on disk",
  "success@1, mean of the classes",
  "same verdict",
  "of the first three articles in memory, found",
];

function cells({ latency, memory, opening, filling, disk, outcomes }: Place, isWhole: boolean): readonly string[] {
  return [
    ...[latency?.p50, latency?.p95, latency?.p99].map(milliseconds),
    megabytes(memory?.resident),
    megabytes(memory && memory.heap + memory.arrayBuffers),
    milliseconds(opening),
    milliseconds(filling),
    disk === 0 ? "" : megabytes(disk),
    isWhole ? share(mean(figuresByClass(outcomes).map(({ first }) => first))) : "",
  ];
}

/** How often the verdict and its first article are the same, and how many of the best articles both list. */
function likeness(memory: Place, database: Place): readonly [string, string] {
  const others = new Map(database.outcomes.map((outcome) => [outcome.query.id, outcome]));
  const both = memory.outcomes.flatMap((one) => {
    const other = others.get(one.query.id);
    return other === undefined ? [] : [{ one, other }];
  });
  const best = both.flatMap(({ one, other }) =>
    one.reply.articles.slice(0, LISTED).map((id) => (other.reply.articles.includes(id) ? 1 : 0)),
  );
  return [percent(mean(both.map(({ one, other }) => (isSame(one, other) ? 1 : 0)))), percent(mean(best))];
}

const LISTED = 3;

function isSame({ reply: a }: Outcome, { reply: b }: Outcome): boolean {
  return a.verdict === b.verdict && a.articles[0] === b.articles[0];
}
