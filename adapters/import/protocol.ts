import type { Form } from "../../src/core/import/document.ts";
import type { Item } from "./item.ts";

/** What a worker gets once, when it starts. */
export type WorkerSetup = { readonly folder: string; readonly dryRun: boolean };

/** First the worker reads documents and tells what they are, then it is told what to do with each. */
export type ToWorker =
  | { readonly kind: "read"; readonly batch: number; readonly items: readonly Item[] }
  | { readonly kind: "carry-out"; readonly batch: number; readonly orders: readonly Order[] };

export type FromWorker =
  | { readonly kind: "read"; readonly batch: number; readonly results: readonly ReadResult[] }
  | { readonly kind: "carried-out"; readonly batch: number; readonly fates: readonly Fate[] };

/** What an item turned out to be. */
export type ReadResult =
  | {
      readonly kind: "article";
      readonly name: string;
      readonly id: string;
      /** What tells its text from any other, where nothing but its title names it. */
      readonly print: string | undefined;
      readonly form: Form;
      readonly modified: string | undefined;
      readonly remarks: readonly string[];
    }
  | { readonly kind: "left"; readonly name: string; readonly why: string };

/** `hold`: hand the text back instead of writing it, because another document with the same id came first;
 * `as`: write it under that id. */
export type Order = "write" | "hold" | "drop" | { readonly as: string };

export type Fate =
  | { readonly kind: "written" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "held"; readonly text: string }
  | { readonly kind: "dropped" }
  | { readonly kind: "failed"; readonly why: string };
