import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import { TO_INCIDENT } from "../../core/view/with-way-to.ts";
import type { Inline } from "../../core/view/view.ts";
import type { Desk } from "../events/scene.ts";
import { post } from "../events/show.ts";
import { PRIORITY } from "../store.ts";
import { addressOf } from "./standing.ts";

/** A word about the incident in a case's own thread, with the way to the incident. */
export async function sayInCase(desk: Desk, id: CaseId, words: string, incident: EscalationId): Promise<void> {
  const home = await desk.tx.cases(desk.tenant).file(id);
  if (home === undefined) return;
  const url = await addressOf(desk, incident);
  const link: readonly Inline[] = url === undefined ? [] : [{ kind: "link", text: TO_INCIDENT, url }];
  const view = noticeView(rich(words, ...link));
  const { place, replyTo } = home;
  const showing = { priority: PRIORITY.click, asker: undefined };
  await post(desk, { case: id }, view, { home: { place, replyTo }, role: "pointer" }, showing);
}
