import { caseTitle } from "../../core/view/case-title.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich, strong } from "../../core/view/rich.ts";
import type { Reply } from "../reply.ts";
import { PRIORITY } from "../store.ts";
import type { Scene } from "./scene.ts";
import { post } from "./show.ts";

/**
 * Calls whom something was assigned to: a word of its own under the case's message, because nobody is notified of an edit.
 * Who takes it themselves is not called.
 */
export async function tellAssignee(
  scene: Scene,
  { case: known, effects }: Extract<Reply, { kind: "message" }>,
): Promise<void> {
  const to = effects.find((effect) => effect.kind === "assign")?.to;
  const standing = await scene.tx.posts(scene.tenant).ofCase(known.id);
  if (to === undefined || to.id === scene.by.id || standing === undefined) return;
  const home = { place: standing.place, replyTo: standing.replyTo ?? standing.ref?.message };
  const asks = rich(
    { kind: "mention", user: to.id, name: to.name },
    ", ",
    strong(scene.by.name),
    " asks you to see to this: ",
  );
  const view = noticeView([...asks, ...rich(caseTitle(known))]);
  await post(scene, { case: known.id }, view, { home, role: "word" }, { priority: PRIORITY.click, asker: undefined });
}
