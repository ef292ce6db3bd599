import { type FeatureName, IDENTIFIER_FEATURES } from "./features.ts";

/** The features that speak of identifiers and of the question, and not of wording. */
export const IDENTIFYING: ReadonlySet<FeatureName> = new Set(["one", ...IDENTIFIER_FEATURES]);
