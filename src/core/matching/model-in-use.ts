import { DEFAULT_MODEL } from "./default-model.ts";
import type { Fitted } from "./model-file.ts";
import type { Model } from "./model.ts";

/** What a process matches with: the model that comes with kms, or one that was fitted to somebody's own articles. */
export type ModelInUse = { readonly model: Model } & Origin;

type Origin =
  | { readonly kind: "shipped" }
  /** `id`: the same for the same weights, wherever the file lies. */
  | { readonly kind: "own"; readonly file: string; readonly id: string; readonly fitted: Fitted };

export const SHIPPED: ModelInUse = { kind: "shipped", model: DEFAULT_MODEL };

/** What figures are told apart by: `shipped`, or the id of somebody's own. */
export function modelId(inUse: ModelInUse): string {
  return inUse.kind === "shipped" ? inUse.kind : inUse.id;
}

/** `the model of ./model.json (3f9a1c20), fitted 2026-11-25 on 812 articles` */
export function modelTitle(inUse: ModelInUse): string {
  if (inUse.kind === "shipped") return "the model that comes with kms";
  const { file, id, fitted } = inUse;
  return `the model of ${file} (${id}), fitted ${fitted.on} on ${fitted.articles} article${fitted.articles === 1 ? "" : "s"}`;
}
