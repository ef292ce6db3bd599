import { handOffView } from "../../core/view/hand-off-view.ts";
import { withStanding } from "../../core/view/with-standing.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import { exportedView } from "../../core/view/export-view.ts";
import type { View } from "../../core/view/view.ts";
import { caseRecord } from "../case-record.ts";
import { readCommand } from "../command.ts";
import { type Asked, escalateByCommand } from "../incidents/escalate-by-command.ts";
import { packetOf } from "../incidents/packet.ts";
import { addressOf } from "../incidents/standing.ts";
import { openCasesAround } from "./open-cases.ts";
import { overrideDuty } from "./override-duty.ts";
import type { Scene } from "./scene.ts";
import { changeSetting } from "./settings.ts";
import { tell } from "./show.ts";

/** Carries out a command that takes more than the conversation; false for every other text. */
export async function commanded(scene: Scene, text: string, asked: Asked): Promise<boolean> {
  const { case: id, answer } = asked;
  const told =
    (await changeSetting(scene, text)) ?? (await overrideDuty(scene, text)) ?? (await exported(scene, text, id));
  if (told !== undefined) await tell(scene, told, { known: { id }, answer });
  if (told !== undefined) return true;
  const command = readCommand(text);
  if (command.kind === "status") return tellStatus(scene, asked);
  if (command.kind !== "escalate") return false;
  await escalateByCommand(scene, asked, command);
  return true;
}

/** The whole history of the case, with that of its incident; undefined for every other text. */
async function exported(scene: Scene, text: string, id: CaseId): Promise<View | undefined> {
  const command = readCommand(text);
  if (command.kind !== "export") return undefined;
  return exportedView(await caseRecord(scene.tx, scene.tenant, id), command.format, scene.tenant);
}

/** Who comes late to an incident gets all that is known of it; where no case is talked about, what is open is listed. */
async function tellStatus(scene: Scene, { case: of, answer }: Pick<Asked, "case" | "answer">): Promise<boolean> {
  const incidents = scene.tx.incidents(scene.tenant);
  const id = await incidents.ofCase(of);
  const incident = id === undefined ? undefined : await incidents.load(id);
  if (incident === undefined) return tellOpenCases(scene, { case: of, answer });
  const packet = handOffView(await packetOf(scene, incident));
  const url = await addressOf(scene, incident.escalation.id);
  const view = withStanding(packet, incident.escalation, url);
  await tell(scene, view, { known: { id: of }, answer });
  return true;
}

/** False where there is a case to tell of. */
async function tellOpenCases(scene: Scene, { case: of, answer }: Pick<Asked, "case" | "answer">): Promise<boolean> {
  if ((await scene.tx.cases(scene.tenant).load(of)) !== undefined) return false;
  const view = await openCasesAround(scene);
  if (view !== undefined) await tell(scene, view, { known: { id: of }, answer });
  return view !== undefined;
}
