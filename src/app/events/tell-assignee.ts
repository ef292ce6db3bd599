import { caseTitle } from "../../core/view/case-title.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich, strong } from "../../core/view/rich.ts";
import type { Reply } from "../reply.ts";
import { isSent } from "../incidents/standing.ts";
import { platformNamed } from "../parts.ts";
import { type Posted, PRIORITY } from "../store.ts";
import type { Scene } from "./scene.ts";
import { type Home, post } from "./show.ts";

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
  const asks = rich(
    { kind: "mention", user: to.id, name: to.name },
    ", ",
    strong(scene.by.name),
    " asks you to see to this: ",
  );
  const view = noticeView([...asks, ...rich(caseTitle(known))]);
  await post(
    scene,
    { case: known.id },
    view,
    { home: homeUnder(scene, standing), role: "word" },
    { priority: PRIORITY.click, asker: undefined },
  );
}

/** In the thread under the case's message; beside it while nobody knows where that is. */
function homeUnder({ parts }: Scene, standing: Posted): Home {
  const { place, replyTo } = standing;
  const platform = platformNamed(parts, place.platform);
  if (platform === undefined || !isSent(standing)) return { place, replyTo };
  return { place: { ...place, thread: platform.threadUnder(standing) }, replyTo: undefined };
}
