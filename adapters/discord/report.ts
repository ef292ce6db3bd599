import { DiscordAPIError } from "discord.js";

/** Where the adapter says what happens to it. No text of a message and no secret ever goes there. */
export type Report = (entry: { readonly level: "info" | "warn" | "error"; readonly text: string }) => void;

/** What went wrong, without whatever the error carries along: SDK errors hold requests, and their addresses hold tokens. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.code} ${firstLine(error.message)}`;
  return error instanceof Error ? firstLine(error.message) : "unknown";
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.replaceAll(/https?:\S+|wss?:\S+|[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g, "…").slice(0, 200);
}
