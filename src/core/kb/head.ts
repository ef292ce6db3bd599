import type { Article } from "./article.ts";
import { type Body, parseBody } from "./body.ts";
import { splitDocument } from "./document.ts";
import { problemLog } from "./problem.ts";

/** What the front matter says of an article. */
export type Head = Omit<Article, keyof Body>;

export function withoutBody(article: Article): Head {
  const { summary: _, symptoms: _1, cause: _2, notes: _3, steps: _4, ...head } = article;
  return head;
}

/**
 * An article whose front matter was read and checked before: only the body of its file is read, which needs neither a
 * YAML parser nor a schema. Undefined when the file is no article any more.
 */
export function withBody(head: Head, file: string): Article | undefined {
  const log = problemLog(head.id);
  const document = splitDocument(file, log);
  return document && { ...head, ...parseBody(document.body, log) };
}
