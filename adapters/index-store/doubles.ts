import type { Problem } from "../../src/core/kb/problem.ts";

/** An article that two knowledge bases have: `kept` is the one that is shown. */
export type Double = { readonly id: string; readonly kept: string; readonly hidden: string };

export function doubleId({ id, kept, hidden }: Double): Problem {
  const message = `Cannot show ${id} of ${hidden}: ${kept} has an article of that id and comes first. Remove one, or change the weights.`;
  return { file: "", line: 1, severity: "warning", message };
}
