import { type FittedModel, formatModelFile } from "../../src/core/matching/model-file.ts";
import { formatModel } from "../../src/core/matching/model-text.ts";
import type { Model } from "../../src/core/matching/model.ts";
import { whyNotWritable, writeWhole } from "./write-whole.ts";

/** Writes a model: as JSON, or as `.ts` where it is to come with the program. A sentence on why it cannot be written. */
export function writeModel(file: string, fitted: FittedModel): string | undefined {
  const why = writeWhole(file, file.endsWith(".ts") ? moduleOf(fitted.model) : formatModelFile(fitted));
  return why === undefined ? undefined : refusal(file, why);
}

/** Found out before minutes are spent on fitting it. */
export function whyNoModelAt(file: string): string | undefined {
  const why = whyNotWritable(file);
  return why === undefined ? undefined : refusal(file, why);
}

function refusal(file: string, why: string): string {
  return `Cannot write the model: ${why}. Name another place than ${file}.`;
}

function moduleOf(model: Model): string {
  const lines = formatModel(model).map((line) => `  ${JSON.stringify(line)},\n`);
  return `import { parseModel } from "./model-text.ts";

/** Written by \`kms calibrate\`; see docs/matching.md for what it was fitted on. */
export const DEFAULT_MODEL = parseModel([
${lines.join("")}]);
`;
}
