import type { Command } from "../command.ts";
import { advance } from "../../core/resolution/advance.ts";
import type { Case, CaseId } from "../../core/resolution/case.ts";
import { caseView } from "../../core/view/case-view.ts";
import { noticeView, staleView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import { change } from "../change.ts";
import { readable } from "../directory/readable.ts";
import { listen, portsOf, type Scene } from "../events/scene.ts";
import { describeCase, type Home, say, showCase, tell } from "../events/show.ts";
import type { AnswerHandle } from "../platform.ts";
import { PRIORITY } from "../store.ts";
import { type Started, startIncident } from "./start-incident.ts";

export type Asked = { readonly case: CaseId; readonly home: Home; readonly answer: AnswerHandle | undefined };

/** Somebody asks for help by a word: about the case of the thread, or about what they say is wrong. */
export async function escalateByCommand(
  scene: Scene,
  { case: id, home, answer }: Asked,
  { severity, reason: written }: Extract<Command, { kind: "escalate" }>,
): Promise<void> {
  const reason = await readable(scene, written);
  const cases = scene.tx.cases(scene.tenant);
  const isNew = (await cases.load(id)) === undefined;
  if (isNew && reason === "") return say(scene, SAY_WHAT, answer);
  if (isNew) await listen(scene, { case: id, text: reason, via: "command" });
  const { decision } = await change(portsOf(scene), id, (known) => {
    const context = { articles: scene.parts.articles, by: scene.by, at: scene.now, from: scene.from };
    return advance(known, { kind: "escalate", revision: known.revision, reason }, context);
  });
  if (decision.kind === "stale")
    return tell(scene, staleView(decision.overtakenBy, scene.now), { known: { id }, answer });
  const known = decision.case;
  const where = (await cases.file(id)) ?? home;
  await describeCase(scene, known, where);
  const started = await startIncident(scene, { case: known, home: where, severity, reason, by: scene.by });
  await showAnew(scene, known, where);
  const leadsTo = started.kind === "nobody" ? undefined : started.id;
  await tell(scene, noticeView(rich(wordOf(started))), { known: { id }, answer, leadsTo });
}

const SAY_WHAT = "Say what is wrong, such as “escalate critical mail is down”, or escalate in the thread of the error.";

async function showAnew(scene: Scene, known: Case, home: Home): Promise<void> {
  if ((await scene.tx.posts(scene.tenant).ofCase(known.id)) === undefined) return;
  const showing = { priority: PRIORITY.click, asker: undefined };
  await showCase(scene, known, caseView(known, scene.parts.articles), home, showing);
}

function wordOf(started: Started): string {
  switch (started.kind) {
    case "started":
      return `The people on call are being called: incident ${started.id}.`;
    case "joined":
      return `The people on call know this error already: it joined incident ${started.id}.`;
    case "already":
      return `This is incident ${started.id} already.`;
    case "nobody":
      return started.why;
  }
}
