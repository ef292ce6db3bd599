import { webApi } from "@slack/bolt";

/** The code by which Slack turned a call down; undefined for what is no refusal. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
