import type { NonEmpty } from "../brand.ts";
import type { Article } from "./article.ts";
import { parseBody } from "./body.ts";
import { splitDocument } from "./document.ts";
import { explainFrontMatter } from "./explain-front-matter.ts";
import { type FrontMatter, frontMatterSchema } from "./front-matter.ts";
import type { Head } from "./head.ts";
import { articleId } from "./ids.ts";
import { type Problem, type ProblemLog, problemLog } from "./problem.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { readSignals } from "./signals.ts";

export type ParsedArticle =
  | { readonly kind: "article"; readonly article: Article; readonly warnings: readonly Problem[] }
  | { readonly kind: "rejected"; readonly problems: NonEmpty<Problem> };

/** Reads one article file and says everything that is wrong with it at once. Never throws. The format: kb/README.md. */
export function parseArticle(text: string, file: string): ParsedArticle {
  const log = problemLog(file);
  const document = splitDocument(text, log);
  if (document === undefined) return verdictOn(undefined, log);
  const head = parseHead(document.frontMatter, log);
  const body = parseBody(document.body, log);
  return verdictOn(head && { ...head, ...body }, log);
}

function verdictOn(article: Article | undefined, log: ProblemLog): ParsedArticle {
  const [first, ...others] = log.found();
  const failed = [first, ...others].some((problem) => problem?.severity === "error");
  if (article !== undefined && !failed)
    return { kind: "article", article, warnings: first === undefined ? [] : [first, ...others] };
  if (first === undefined)
    throw new Error("Cannot reject an article without a reason. Log the reason where it was found.");
  return { kind: "rejected", problems: [first, ...others] };
}

/** The front matter begins on line 2 of its file. */
const FIRST_LINE = 2;

function parseHead(frontMatter: string, log: ProblemLog): Head | undefined {
  const reading = readFrontMatter(frontMatter, FIRST_LINE);
  if (reading.kind === "unreadable") {
    for (const { line, message } of reading.faults) log.error(line, message);
    return undefined;
  }
  const parsed = frontMatterSchema.safeParse(reading.data ?? {});
  if (parsed.success) return headOf(parsed.data, { locate: reading.locate, log });
  explainFrontMatter(parsed.error.issues, reading.data, { locate: reading.locate, log });
  return undefined;
}

function headOf(data: FrontMatter, context: Parameters<typeof readSignals>[1]): Head {
  return {
    id: articleId(data.id),
    title: data.title,
    aliases: data.aliases,
    products: data.products,
    versions: data.versions,
    tags: data.tags,
    owner: data.owner,
    review: data.review,
    sources: data.sources.map(({ title, url }) => ({ title, url })),
    related: data.related.map(({ id, why }) => ({ id: articleId(id), why })),
    signals: readSignals(data.signals, context),
    distinguishing: data.distinguishing,
    samples: data.samples,
  };
}
