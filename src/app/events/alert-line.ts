import { noticeView } from "../../core/view/notice-view.ts";
import { rich, time } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { type Posted, PRIORITY } from "../store.ts";
import type { Scene } from "./scene.ts";
import { edit, post } from "./show.ts";

const QUIETLY = { priority: PRIORITY.progress, asker: undefined } as const;

/** Says under the case's message how often its alert came: one line, edited in place, so that a flood wakes nobody. */
export async function sayAgain(scene: Scene, original: Posted, times: number): Promise<void> {
  const view = noticeView(rich(`The same alert came again: ${times} times so far, the latest `, time(scene.now), "."));
  await show(scene, original, view);
}

/** The monitor says that it is over: so does the line under the case that is open about it. Without one, it is no news. */
export async function sayOver(scene: Scene, fingerprint: string, since: Instant): Promise<void> {
  const { tx, tenant, place } = scene;
  const open = await tx.cases(tenant).open({ channel: place.channel, most: MOST_LOOKED_AT });
  const about = open.find(({ file }) => file.fingerprint === fingerprint && file.touched >= since);
  const original = about === undefined ? undefined : await tx.posts(tenant).ofCase(about.case.id);
  if (original === undefined) return;
  await show(scene, original, noticeView(rich("The monitor says that it is over, ", time(scene.now), ".")));
}

/** Open cases of a channel among which the alert's is looked for. */
const MOST_LOOKED_AT = 50;

async function show(scene: Scene, { case: id, place, replyTo }: Posted, view: View): Promise<void> {
  const line = await scene.tx.posts(scene.tenant).ofCase(id, "again");
  if (line !== undefined) return edit(scene, { case: id }, view, line, QUIETLY);
  await post(scene, { case: id }, view, { home: { place, replyTo }, role: "again" }, QUIETLY);
}
