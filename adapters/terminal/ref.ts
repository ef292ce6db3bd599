import { type CaseId, caseId } from "../../src/core/resolution/case.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";

/** One conversation of this terminal: they are numbered, and the number goes on from window to window. */
export function terminalCase(number: number): CaseId {
  return caseId(`terminal:${number}`);
}

/** The number of the conversation that comes after this one. */
export function numberAfter(id: CaseId): number {
  const number = Number(/^terminal:(\d+)$/.exec(id)?.[1] ?? 0);
  return number + 1;
}

/** The person at the keyboard. */
export function personAt(env: Readonly<Record<string, string | undefined>>): Responder {
  return { id: "terminal", name: env["USER"] ?? env["USERNAME"] ?? "you" };
}
