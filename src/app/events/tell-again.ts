import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import { linkTo } from "../incidents/standing.ts";
import type { AnswerHandle } from "../platform.ts";
import type { Reply } from "../reply.ts";
import type { Scene } from "./scene.ts";
import { tell } from "./show.ts";

/** Somebody asks what was asked here before: the way to the answer where everybody sees it, else the answer once more. */
export async function tellAgain(
  scene: Scene,
  { case: known, view }: Extract<Reply, { kind: "message" }>,
  answer: AnswerHandle | undefined,
): Promise<void> {
  const standing = await scene.tx.posts(scene.tenant).ofCase(known.id);
  if (standing === undefined) return tell(scene, view, { known, answer });
  const url = linkTo(scene, standing);
  const way = url === undefined ? [] : [" ", { kind: "link", text: "Go to the answer", url } as const];
  return tell(scene, noticeView(rich("This was said here already, and changes nothing.", ...way)), { known, answer });
}
