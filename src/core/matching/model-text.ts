import { type Model, MODEL_KINDS, type Weights } from "./model.ts";

/** A model line by line: `message rank chain=0.94 run=2.08`, and a line for each tree: `message tree chain<0.52 …`, `message doubt …`. */
export function formatModel(model: Model): readonly string[] {
  return MODEL_KINDS.flatMap((kind) => [
    `${kind} rank ${formatWeights(model[kind].rank)}`,
    `${kind} close ${formatWeights(model[kind].close)}`,
    `${kind} confidence ${formatWeights(model[kind].confidence)}`,
    ...model[kind].trees.map((tree) => `${kind} tree ${tree}`),
    ...model[kind].doubts.map((tree) => `${kind} doubt ${tree}`),
  ]);
}

function formatWeights(weights: Weights): string {
  return Object.entries(weights)
    .filter(([, weight]) => weight !== 0)
    .map(([name, weight]) => `${name}=${weight}`)
    .join(" ");
}

export function parseModel(lines: readonly string[]): Model {
  const partsOf = (kind: string, part: string): string[] =>
    lines
      .filter((line) => line.startsWith(`${kind} ${part} `))
      .map((line) => line.slice(kind.length + part.length + 2));
  const partOf = (kind: string, part: string): Weights => parseWeights(partsOf(kind, part).join(" "));
  const modelOf = (kind: string): Model["talk"] => ({
    rank: partOf(kind, "rank"),
    close: partOf(kind, "close"),
    trees: partsOf(kind, "tree"),
    confidence: partOf(kind, "confidence"),
    doubts: partsOf(kind, "doubt"),
  });
  return { event: modelOf("event"), message: modelOf("message"), talk: modelOf("talk"), tale: modelOf("tale") };
}

function parseWeights(text: string): Weights {
  const pairs = text.split(" ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map(([name, weight]) => [name, Number(weight)]));
}
