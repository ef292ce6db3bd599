import type { Problem } from "./problem.ts";

/** A file of the knowledge base: its name as people see it, and what it says. */
export type ArticleFile = { readonly file: string; readonly text: string };

/** What was found in the directory of a knowledge base. */
export type ArticleFiles =
  | { readonly kind: "files"; readonly files: readonly ArticleFile[]; readonly problems: readonly Problem[] }
  | { readonly kind: "unreadable"; readonly message: string };
