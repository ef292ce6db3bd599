import type { Engine } from "./engine.ts";

/** Loaded one by one, so that the process of one engine does not carry the others. */
export const ENGINES = {
  kms: async (): Promise<Engine> => (await import("./kms.ts")).kms,
  /** Not among those that are measured unless somebody asks: it needs a `DATABASE_URL`. */
  postgres: async (): Promise<Engine> => (await import("./postgres.ts")).postgres,
  minisearch: async (): Promise<Engine> => (await import("./minisearch.ts")).minisearch,
  fts5: async (): Promise<Engine> => (await import("./fts5.ts")).fts5,
  flexsearch: async (): Promise<Engine> => (await import("./flexsearch.ts")).flexsearch,
  fuse: async (): Promise<Engine> => (await import("./fuse.ts")).fuse,
} as const;

export type EngineName = keyof typeof ENGINES;

export const ENGINE_NAMES: readonly EngineName[] = ["kms", "minisearch", "fts5", "flexsearch", "fuse"];

export const ENGINE_TITLES: Readonly<Record<EngineName, string>> = {
  kms: "kms",
  postgres: "kms in PostgreSQL",
  minisearch: "MiniSearch",
  fts5: "SQLite FTS5",
  flexsearch: "FlexSearch",
  fuse: "fuse.js",
};
