import type { FileFacts } from "../../../src/app/article-folder.ts";
import type { Problem } from "../../../src/core/kb/problem.ts";
import { type Outline, outlineOf } from "../../../src/core/excerpt/outline.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import type { KnowledgeFolder } from "../folders.ts";
import { hashOf } from "../hash-of.ts";
import { understand } from "../understand.ts";

/** What has become of a file, and what is to be kept of it. */
export type FileState = { readonly name: string } & (
  | { readonly kind: "gone" }
  /** It says what it said; only its time of change is new. */
  | { readonly kind: "same"; readonly facts: FileFacts; readonly hash: number }
  | { readonly kind: "article"; readonly facts: FileFacts; readonly hash: number; readonly kept: Kept }
  | { readonly kind: "other"; readonly facts: FileFacts; readonly hash: number; readonly problems: readonly Problem[] }
);

export type Kept = { readonly article: Article; readonly outline: Outline };

/** Reads a file that is not what it was when it hashed to `before`. */
export function readState(folder: KnowledgeFolder["folder"], name: string, before: number | undefined): FileState {
  const facts = folder.facts(name);
  const text = facts && folder.read(name);
  if (facts === undefined || text === undefined) return { kind: "gone", name };
  const hash = hashOf(text);
  if (hash === before) return { kind: "same", name, facts, hash };
  const understood = understand(name, text);
  if (understood.kind === "article") {
    const { article } = understood;
    return { kind: "article", name, facts, hash, kept: { article, outline: outlineOf(article) } };
  }
  return { kind: "other", name, facts, hash, problems: understood.kind === "rejected" ? understood.problems : [] };
}
