import type { Responder } from "../../src/core/resolution/responder.ts";
import { type Json, objectAt, textAt } from "./json.ts";

/** Who wrote a message; Slack tells a name only of some, and of a bot what it calls itself. */
export function authorOf(message: Json): Responder {
  const id = textAt(message, "user") ?? textAt(message, "bot_id") ?? "";
  const profile = objectAt(message, "user_profile");
  const name = textAt(profile, "display_name") ?? textAt(profile, "real_name");
  const ofBot = textAt(message, "username") ?? textAt(objectAt(message, "bot_profile"), "name");
  return { id, name: name ?? ofBot ?? id };
}
