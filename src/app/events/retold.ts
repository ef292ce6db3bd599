import { type Case, type CaseId, phaseOf } from "../../core/resolution/case.ts";
import { retell } from "../../core/resolution/retell.ts";
import { caseView } from "../../core/view/case-view.ts";
import { change } from "../change.ts";
import { PRIORITY, type SaidText } from "../store.ts";
import { deedOf, portsOf, type Scene } from "./scene.ts";
import { describeCase, showCase, withdraw } from "./show.ts";

/** The texts of a case are others now: matches them anew, and edits the answer or takes it back. */
export async function retold(scene: Scene, id: CaseId): Promise<void> {
  const ports = portsOf(scene);
  const readings = pastesOf(await scene.tx.texts(scene.tenant).ofCase(id)).map(({ text, via }) =>
    ports.read(text, via),
  );
  const { decision } = await change(ports, id, async (known) => {
    const verdict = await ports.decide({ readings, answers: known.inquiry.answers });
    return { case: known.revision === 0 ? known : retell(known, readings, verdict, deedOf(scene)) };
  });
  await showOrWithdraw(scene, decision.case);
}

async function showOrWithdraw(scene: Scene, known: Case): Promise<void> {
  const file = await scene.tx.cases(scene.tenant).file(known.id);
  const standing = await scene.tx.posts(scene.tenant).ofCase(known.id);
  if (file === undefined) return;
  const isNothingLeft = phaseOf(known).kind === "unknown" && known.runs.length === 0;
  const showing = { priority: PRIORITY.progress, asker: undefined };
  if (standing !== undefined && !isNothingLeft) {
    return showCase(scene, known, caseView(known, scene.parts.articles), file, showing);
  }
  await describeCase(scene, known, file);
  if (standing !== undefined) await withdraw(scene, standing);
}

/** Parts of one paste are one text again. */
function pastesOf(texts: readonly SaidText[]): readonly SaidText[] {
  const byLead = Map.groupBy(texts, ({ lead }) => lead);
  return [...byLead.values()].flatMap((parts) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, text: parts.map(({ text }) => text).join("\n") }];
  });
}
