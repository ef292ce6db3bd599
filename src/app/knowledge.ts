import type { ArticleId } from "../core/kb/article.ts";
import type { Problem } from "../core/kb/problem.ts";
import type { Index } from "../core/matching/index.ts";
import type { Inquiry } from "../core/matching/verdict.ts";
import type { Articles } from "./ports.ts";

/**
 * Folders of articles made ready to be asked, wherever their index lies: in this process, or in a database that several
 * share. `audience` is who asks: folders for others are as if they did not exist.
 */
export type Knowledge = KnowledgeIndex & {
  readonly articles: (audience?: string) => Articles;
  /** Files that cannot be used, and articles that two folders have. */
  readonly problems: () => readonly Problem[];
  /** Articles whose files were written since then, the latest first; at most so many. */
  readonly latest: (query: Latest) => readonly Written[] | Promise<readonly Written[]>;
  /** Compares everything with the disk, and resolves when the index is up to date. */
  readonly refresh: () => Promise<void>;
  /** Follows edits from now on, until it is closed. */
  readonly watch: () => void;
  readonly close: () => Promise<void>;
};

/** `since` in milliseconds since 1970. */
export type Latest = { readonly since: number; readonly most: number; readonly audience?: string };

/** `at` in milliseconds since 1970: when the file was last changed. */
export type Written = { readonly article: ArticleId; readonly at: number };

/**
 * Where articles are looked up. What it gives is judged by the same code whatever it came from: all of an index, or the
 * part that matters, with the statistics of the whole. Ask anew for every look-up: a part serves only what it was asked for.
 */
export type KnowledgeIndex = {
  /** What it takes to judge an inquiry: the articles that may answer it. */
  readonly indexFor: (inquiry: Inquiry, audience?: string) => Index | Promise<Index>;
  /** What it takes to complete a title or an id: the articles that may be meant. */
  readonly titlesFor: (typed: string, audience?: string) => Index | Promise<Index>;
};

/** The index lies elsewhere and cannot be asked now. The message is a sentence with the way out. */
export class IndexUnreachable extends Error {
  override readonly name = "IndexUnreachable";
}
