import { isJson, textAt } from "./json.ts";

/** Where the adapter says what happens to it. No text of a message and no secret ever goes there. */
export type Report = (entry: { readonly level: "info" | "warn" | "error"; readonly text: string }) => void;

/** What went wrong, without whatever the error carries along: SDK errors hold requests, and requests hold tokens. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const data = "data" in error && isJson(error.data) ? error.data : {};
  const reason = textAt(data, "error") ?? error.message;
  return reason.replaceAll(/(?:xox[a-z]?|xapp|xoxe)[.-][\w.-]+|https?:\S+|wss?:\S+/g, "…").slice(0, 200);
}
