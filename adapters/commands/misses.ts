import type { Review } from "../../src/app/review.ts";
import type { Miss } from "../../src/app/store.ts";
import { groupMisses, type MissedError } from "../../src/core/review/group-misses.ts";
import { type Tally, tallyJudgements } from "../../src/core/review/tally.ts";
import type { Entry } from "../../src/core/resolution/case.ts";
import type { Reading, Via } from "../../src/core/signals/signal.ts";

/** What `kms misses [--json]` needs from outside. */
export type MissesTools = {
  readonly review: () => Promise<Reviewed>;
  readonly read: (text: string, via: Via) => Reading;
  readonly isJson: boolean;
  readonly write: (line: string) => void;
};

/** What was kept, the latest first. */
export type Reviewed = { readonly misses: readonly Miss[]; readonly judgements: readonly Entry[] };

/** How many rows of each kind are looked through. */
const MOST = 10_000;

/** Lines of each list. */
const MOST_SHOWN = 40;

/** Lists the errors that no article is about, the most frequent first, and what people said about the articles they used. */
export async function misses({ review, read, isJson, write }: MissesTools): Promise<0> {
  const found = await review();
  const errors = groupMisses(found.misses.map(({ text, via, at }) => ({ reading: read(text, via), at })));
  const tallies = tallyJudgements(found.judgements);
  if (isJson) write(JSON.stringify({ misses: errors, articles: tallies }));
  else for (const line of linesOf(errors, tallies)) write(line);
  return 0;
}

/** Reads both lists in one go. */
export async function reviewed(review: Review): Promise<Reviewed> {
  return { misses: await review.misses(MOST), judgements: await review.judgements(MOST) };
}

function linesOf(errors: readonly MissedError[], tallies: readonly Tally[]): readonly string[] {
  const none = errors.length === 0 ? ["No error was met that no article is about."] : [];
  const heading = errors.length === 0 ? [] : ["Errors that no article is about:"];
  const judged = tallies.length === 0 ? [] : ["", "What people said about articles:"];
  return [
    ...none,
    ...heading,
    ...errors.slice(0, MOST_SHOWN).flatMap(errorLines),
    ...judged,
    ...tallies.slice(0, MOST_SHOWN).map(tallyLine),
  ];
}

function errorLines({ fingerprint, times, latest, sample }: MissedError): readonly string[] {
  const day = new Date(latest).toISOString().slice(0, 10);
  const line = `${String(times).padStart(5)} ×  ${day}  ${clean(fingerprint)}`;
  return sample === "" || sample.toLowerCase() === fingerprint ? [line] : [line, `${" ".repeat(21)}${clean(sample)}`];
}

function tallyLine({ article, fixed, notFixed }: Tally): string {
  return `  ${article}: it was gone ${fixed} times, and was not ${notFixed} times`;
}

/** What was pasted must not move the cursor or change colours. */
function clean(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
