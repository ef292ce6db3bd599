import { DEFAULT_MODEL } from "../../src/core/matching/default-model.ts";
import type { FittedModel } from "../../src/core/matching/model-file.ts";
import type { Model } from "../../src/core/matching/model.ts";

/** Orders articles as the model that comes with kms does, and is hardly sure of any. */
export function aDoubtfulModel(): Model {
  const { event, message, talk, tale } = DEFAULT_MODEL;
  const confidence = { one: -2 };
  return {
    event: { ...event, confidence },
    message: { ...message, confidence },
    talk: { ...talk, confidence },
    tale: { ...tale, confidence },
  };
}

/** A model with what `kms calibrate` writes beside it. */
export function aFittedModel(model: Model = DEFAULT_MODEL): FittedModel {
  return {
    model,
    fitted: { on: "2026-11-25", articles: 812, queries: 13_204, labelled: 0, seed: 1 },
    reliability: [{ from: 0.9, to: 1, queries: 2_806, said: 0.99, right: 0.98 }],
  };
}
