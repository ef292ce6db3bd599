import type { Via } from "../signals/signal.ts";
import type { Article, ArticleId } from "./article.ts";
import type { ArticleFile } from "./article-file.ts";
import { brokenLinks } from "./check-links.ts";
import { overlaps } from "./check-overlaps.ts";
import { patternFindings } from "./check-patterns.ts";
import { sampleFindings, unfoundAmong } from "./check-samples.ts";
import { lineOf } from "./line-of.ts";
import { type ParsedKnowledgeBase, parseKnowledgeBase } from "./parse-knowledge-base.ts";
import type { Problem } from "./problem.ts";
import type { Path } from "./read-front-matter.ts";

/** Builds the look-up for some articles. */
export type Finder = (articles: readonly Article[]) => Find;

/** Which articles the bot would answer with, or ask about, for a text that reached it that way. */
export type Find = (text: string, via: Via) => readonly ArticleId[];

export type CheckRequest = {
  readonly files: readonly ArticleFile[];
  /** ISO 8601 date. */
  readonly today: string;
  readonly find: Finder;
  /** Articles without samples that are tried with their own titles; a thousand cost about a second. */
  readonly mostTried?: number;
};

const MOST_TRIED = 10_000;

/** Everything that is wrong with a knowledge base, by file and line. */
export type CheckReport = {
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** Articles that have no samples, and how many of them were tried with their own titles and messages instead. */
  readonly unsampled: { readonly articles: number; readonly tried: number };
};

/** Reads all articles, and tries whether each is found by the texts that must find it and by no text that must not. */
export function checkKnowledgeBase({ files, today, find, mostTried = MOST_TRIED }: CheckRequest): CheckReport {
  const kb = parseKnowledgeBase(files);
  const finds = find(kb.articles);
  const unsampled = kb.articles.filter(({ samples }) => samples.finds.length === 0);
  const { tried, findings } = unfoundAmong(unsampled, finds, mostTried);
  const found = [
    ...kb.articles.flatMap((article) => [...upkeepOf(article, today), ...sampleFindings(article, finds)]),
    ...patternFindings(kb.articles),
    ...overlaps(kb.articles),
    ...findings,
  ];
  const problems = [...kb.problems, ...brokenLinks(files), ...found.map(located(kb))];
  return {
    articles: kb.articles.length,
    problems: problems.toSorted(byPlace),
    unsampled: { articles: unsampled.length, tried },
  };
}

/** A problem before its place was looked up; no path means the whole article. */
export type Finding = Omit<Problem, "file" | "line"> & { readonly id: ArticleId; readonly path: Path };

function located({ files }: ParsedKnowledgeBase): (finding: Finding) => Problem {
  return ({ id, path, ...rest }) => {
    const { file = id, text = "" } = files.get(id) ?? {};
    return { file, line: path.length === 0 ? 1 : lineOf(text, path), ...rest };
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

function upkeepOf({ id, owner, review }: Article, today: string): readonly Finding[] {
  const findings: Finding[] = [];
  const warn = (topic: Problem["topic"] & string, path: Path, message: string) =>
    findings.push({ id, path, severity: "warning", message, topic });
  if (owner === undefined)
    warn(
      "articles without an owner",
      [],
      `Cannot say who keeps ${id} right: it has no owner. Add \`owner:\` with a team or a person.`,
    );
  if (review === undefined)
    warn(
      "articles without a review date",
      [],
      `Cannot say when ${id} is looked at again: it has no review date. Add \`review:\` with a day.`,
    );
  else if (review < today)
    warn(
      "articles whose review is due",
      ["review"],
      `Cannot rely on ${id}: its review was due on ${review}. Read it again and set the next date.`,
    );
  return findings;
}
