import { type ModelInUse, SHIPPED } from "../core/matching/model-in-use.ts";

/** The model that was named on the command line, else the one of KMS_MODEL, else our own; a sentence on why it cannot be used. */
export async function modelFor(named: string | undefined): Promise<ModelInUse | string> {
  if (named === "") return "Cannot use --model: no file stands behind it. Write --model FILE, or leave it out.";
  const file = named ?? process.env["KMS_MODEL"] ?? "";
  if (file === "") return SHIPPED;
  const { readModel } = await import("../../adapters/files/read-model.ts");
  return readModel(file);
}

/**
 * For those who wait for an answer: where their model cannot be used they hear why, and get one all the same. A bot
 * that starts anew after an upgrade, in the night, is worth more with our model than not at all.
 */
export async function modelOrShipped(
  named: string | undefined,
  tell: (problem: string) => unknown,
): Promise<ModelInUse> {
  const model = await modelFor(named);
  if (typeof model !== "string") return model;
  tell(`${model} Until then I match with the model that comes with kms.`);
  return SHIPPED;
}
