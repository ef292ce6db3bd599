import type { Case } from "./case.ts";
import type { Deed } from "./responder.ts";

/** The help that was asked for is over: from now on it can be asked for again. */
export function relieve(known: Case, deed: Deed): Case {
  if (known.escalation === undefined) return known;
  const revision = known.revision + 1;
  const entry = { ...deed, revision, did: { kind: "relieved" }, about: "" } as const;
  return { ...known, revision, escalation: undefined, timeline: [...known.timeline, entry] };
}
