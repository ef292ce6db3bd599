import { type Case, type CaseId, newCase } from "../core/resolution/case.ts";
import type { Ports } from "./ports.ts";

/** How often somebody else may be faster before we give up; each time somebody did get on. */
const MOST_ATTEMPTS = 50;

/** A case before and after what was decided about it; they are the same where nothing is to be kept. */
export type Change<Decision> = { readonly before: Case; readonly decision: Decision };

/** Changes a case by one conditional write. When somebody was faster, it looks at what they left and decides anew. */
export async function change<Decision extends { readonly case: Case }>(
  ports: Pick<Ports, "cases">,
  id: CaseId,
  decide: (known: Case) => Decision | Promise<Decision>,
): Promise<Change<Decision>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const before = (await ports.cases.load(id)) ?? newCase(id);
    const decision = await decide(before);
    if (decision.case === before) return { before, decision };
    if ((await ports.cases.save(decision.case, before.revision)) === "saved") return { before, decision };
  }
  throw new Error(`Cannot change case ${id}: others were faster ${MOST_ATTEMPTS} times. Try again in a moment.`);
}
