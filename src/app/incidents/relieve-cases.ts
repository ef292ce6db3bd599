import { relieve } from "../../core/resolution/relieve.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import type { Deed } from "../../core/resolution/responder.ts";
import { change } from "../change.ts";
import type { Desk } from "../events/scene.ts";
import type { Incident } from "./incident.ts";
import { sayInCase } from "./say-in-case.ts";

/** The incident is over: every case that belongs to it hears so, and its thread too where that is another one. */
export async function relieveCases(desk: Desk, { escalation }: Incident): Promise<void> {
  const { state, id, case: own } = escalation;
  if (state.kind !== "resolved") return;
  for (const link of await desk.tx.incidents(desk.tenant).links(id)) {
    await relieveCase(desk, link.case, { by: state.by, at: state.at, from: desk.from });
    if (link.case !== own) await sayInCase(desk, link.case, `${state.by.name} resolved the incident. `, id);
  }
}

async function relieveCase({ tx, tenant }: Desk, id: CaseId, deed: Deed): Promise<void> {
  await change({ cases: tx.cases(tenant) }, id, (known) => ({ case: relieve(known, deed) }));
}
