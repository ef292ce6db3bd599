import { type CaseId, caseId } from "../../src/core/resolution/case.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";

/** One conversation of this terminal. They last as long as the window, so a number is name enough. */
export function terminalCase(number: number): CaseId {
  return caseId(`terminal:${number}`);
}

/** The person at the keyboard. */
export function personAt(env: Readonly<Record<string, string | undefined>>): Responder {
  return { id: "terminal", name: env["USER"] ?? env["USERNAME"] ?? "you" };
}
