import type { FeatureName } from "./features.ts";

/** The features that speak of identifiers and of the question, and not of wording. */
export const IDENTIFYING: ReadonlySet<FeatureName> = new Set([
  "one",
  "named",
  "eventFrom",
  "event",
  "otherSource",
  "eventMissing",
  "code",
  "mention",
  "codeMissing",
  "name",
  "nameMissing",
  "position",
  "companion",
  "bareNumber",
  "asked",
]);
