import { assertNever } from "../core/brand.ts";
import type { PlatformEvent } from "./platform.ts";

/** Whether somebody turns to the bot with it. The rest is talk and what machines say, which it only overhears. */
export function isMeantForUs(event: PlatformEvent): boolean {
  switch (event.kind) {
    case "said":
      return event.addressed;
    case "alerted":
    case "edited":
    case "deleted":
      return false;
    case "clicked":
    case "asked":
    case "remembered":
    case "page-answered":
      return true;
  }
  return assertNever(event);
}
