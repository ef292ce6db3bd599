import type { Via } from "../signals/signal.ts";
import type { Article, ArticleId, EventSignature } from "./article.ts";
import type { ArticleFile } from "./article-file.ts";
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
};

/** Everything that is wrong with a knowledge base, by file and line. */
export type CheckReport = { readonly articles: number; readonly problems: readonly Problem[] };

/** Reads all articles, and tries whether each is found by the texts that must find it and by no text that must not. */
export function checkKnowledgeBase({ files, today, find }: CheckRequest): CheckReport {
  const kb = parseKnowledgeBase(files);
  const finds = find(kb.articles);
  const found = [
    ...kb.problems,
    ...kb.articles.flatMap((article) => [...upkeepOf(article, today), ...samplesOf(article, finds)]).map(located(kb)),
    ...overlaps(kb.articles).map(located(kb)),
  ];
  return { articles: kb.articles.length, problems: found.toSorted(byPlace) };
}

/** A problem before its place was looked up; no path means the whole article. */
type Finding = Pick<Problem, "severity" | "message"> & { readonly id: ArticleId; readonly path: Path };

function located({ files }: ParsedKnowledgeBase): (finding: Finding) => Problem {
  return ({ id, path, severity, message }) => {
    const { file = id, text = "" } = files.get(id) ?? {};
    return { file, line: path.length === 0 ? 1 : lineOf(text, path), severity, message };
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

function upkeepOf({ id, owner, review }: Article, today: string): readonly Finding[] {
  const findings: Finding[] = [];
  const warn = (path: Path, message: string) => findings.push({ id, path, severity: "warning", message });
  if (owner === undefined)
    warn([], `Cannot say who keeps ${id} right: it has no owner. Add \`owner:\` with a team or a person.`);
  if (review === undefined)
    warn([], `Cannot say when ${id} is looked at again: it has no review date. Add \`review:\` with a day.`);
  else if (review < today)
    warn(["review"], `Cannot rely on ${id}: its review was due on ${review}. Read it again and set the next date.`);
  return findings;
}

/** Somebody who asks must find the article; somebody who merely talks must not be disturbed by it. */
function samplesOf({ id, samples }: Article, find: Find): readonly Finding[] {
  const missed = samples.finds.flatMap((text, index) => {
    const found = find(text, "command");
    return found.includes(id) ? [] : [notFound({ id, path: ["samples", "finds", index] }, text, found)];
  });
  const disturbed = samples.ignores.flatMap((text, index) =>
    find(text, "channel").includes(id) ? [wronglyFound({ id, path: ["samples", "ignores", index] }, text)] : [],
  );
  return [...missed, ...disturbed];
}

function notFound(where: Pick<Finding, "id" | "path">, text: string, found: readonly ArticleId[]): Finding {
  const instead = found.length === 0 ? "nothing" : found.join(", ");
  const message = `Cannot find ${where.id} by its sample "${shorten(text)}": it finds ${instead}. Add a signal or an alias, or correct the sample.`;
  return { ...where, severity: "error", message };
}

function wronglyFound(where: Pick<Finding, "id" | "path">, text: string): Finding {
  const message = `Cannot keep ${where.id} quiet at "${shorten(text)}": the sample must not find it, but does. Make its signals narrower.`;
  return { ...where, severity: "error", message };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Articles that share an identifying signal need a fact that tells them apart. */
function overlaps(articles: readonly Article[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [signature, sharing] of articlesBySignature(articles)) {
    if (sharing.length < 2) continue;
    for (const article of sharing)
      if (article.distinguishing === undefined) findings.push(overlap(article, sharing, signature));
  }
  return findings;
}

function overlap({ id }: Article, sharing: readonly Article[], signature: string): Finding {
  const others = sharing.map((each) => each.id).filter((each) => each !== id);
  const named =
    others.length > 3 ? `${others.slice(0, 3).join(", ")} and ${others.length - 3} more` : others.join(", ");
  const message = `Cannot tell ${id} from ${named}: both have ${signature}. Add \`distinguishing:\` with a question and a statement.`;
  return { id, path: ["signals"], severity: "warning", message };
}

function articlesBySignature(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const sharing = new Map<string, Article[]>();
  for (const article of articles) {
    for (const signature of signaturesOf(article)) {
      const others = sharing.get(signature);
      if (others === undefined) sharing.set(signature, [article]);
      else others.push(article);
    }
  }
  return sharing;
}

function signaturesOf({ signals }: Article): ReadonlySet<string> {
  const events = signals.events.filter(({ role }) => role === "telling").map(nameEvent);
  return new Set([...events, ...signals.codes.map((code) => `the code ${code}`)]);
}

function nameEvent({ id, source }: EventSignature): string {
  return source === undefined ? `event ${id}` : `event ${id} of ${source}`;
}
