import type { Responder } from "../../src/core/resolution/responder.ts";

/** The person at the keyboard. */
export function personAt(env: Readonly<Record<string, string | undefined>>): Responder {
  return { id: "terminal", name: env["USER"] ?? env["USERNAME"] ?? "you" };
}
