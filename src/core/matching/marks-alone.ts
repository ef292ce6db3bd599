import { FEATURES, type FeatureName } from "./features.ts";

/** The features that do not speak of wording. */
const MARKS: ReadonlySet<FeatureName> = new Set([
  "one",
  "length",
  "asked",
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
]);

/** What would be known of a candidate if its wording were unknown. */
export function marksAlone(vector: Float64Array): Float64Array {
  return vector.map((value, at) => (MARKS.has(FEATURES[at]!) ? value : 0));
}
