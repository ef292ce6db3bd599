import type { Desk } from "../events/scene.ts";
import type { PageJob } from "./page-queue.ts";

/** Whether a page still helps anybody: an incident that is taken or over is not paged any more. */
export async function isWanted({ tx, tenant }: Desk, { incident, paging }: PageJob): Promise<boolean> {
  if (paging.event !== "trigger") return true;
  const known = await tx.incidents(tenant).load(incident);
  const kind = known?.escalation.state.kind;
  return kind === "calling" || kind === "unanswered";
}
