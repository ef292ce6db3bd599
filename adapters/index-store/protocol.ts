import type { FileFacts } from "../../src/app/article-folder.ts";
import type { Problem } from "../../src/core/kb/problem.ts";

/** What the worker is to index, and where to put the result; without a path it is handed back in memory. */
export type BuildOrder = {
  readonly root: string;
  readonly files: readonly FileFacts[];
  readonly path: string | undefined;
};

export type BuildNews =
  | { readonly kind: "progress"; readonly done: number }
  /** `image` is the whole snapshot where no file could be written. */
  | { readonly kind: "built"; readonly image: ArrayBuffer | undefined; readonly problems: readonly Problem[] };
