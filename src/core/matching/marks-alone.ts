import { FEATURES } from "./features.ts";
import { IDENTIFYING } from "./identifying.ts";

/** What would be known of a candidate if its wording were unknown. */
export function marksAlone(vector: Float64Array): Float64Array {
  return vector.map((value, at) => (isKept(at) ? value : 0));
}

/** How long the text is says nothing of its words. */
function isKept(at: number): boolean {
  const feature = FEATURES[at]!;
  return feature === "length" || IDENTIFYING.has(feature);
}
