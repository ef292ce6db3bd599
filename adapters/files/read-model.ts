import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { parseModelFile } from "../../src/core/matching/model-file.ts";
import type { ModelInUse } from "../../src/core/matching/model-in-use.ts";
import { formatModel } from "../../src/core/matching/model-text.ts";

/** Reads a model from disk; a sentence on why it cannot be used. */
export function readModel(file: string): ModelInUse | string {
  const text = textOf(file);
  if (text.kind === "unreadable") return refusal(file, text.why);
  const parsed = parseModelFile(text.text);
  if (parsed.kind === "unusable") return refusal(file, parsed.why);
  const { model, fitted } = parsed.fitted;
  const id = createHash("sha256").update(formatModel(model).join("\n")).digest("hex").slice(0, ID_LENGTH);
  return { kind: "own", file, id, model, fitted };
}

const ID_LENGTH = 8;

function refusal(file: string, why: string): string {
  return `Cannot match with the model of ${file}: ${why}`;
}

/** Bytes; a model has some fifty thousand. */
const LARGEST = 4_000_000;

type Text = { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly why: string };

function textOf(file: string): Text {
  try {
    if (statSync(file).size > LARGEST)
      return { kind: "unreadable", why: "it is too large to be a model. Name another file." };
    return { kind: "text", text: readFileSync(file, "utf8") };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", why: `it cannot be read (${why}). Make one with kms calibrate --into FILE.` };
  }
}
