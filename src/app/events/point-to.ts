import { type CaseId, caseId } from "../../core/resolution/case.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { plain, rich } from "../../core/view/rich.ts";
import type { Inline, View } from "../../core/view/view.ts";
import { later } from "../clock.ts";
import { countSighting } from "../incidents/sight-incident.ts";
import { platformNamed } from "../parts.ts";
import { type Posted, PRIORITY, type Sighting } from "../store.ts";
import type { Scene } from "./scene.ts";
import { post } from "./show.ts";
import type { Taken } from "./speak.ts";

/** How long after it was last touched an open case still counts as being worked on (milliseconds). */
export const WORKED_ON = 8 * 3_600_000;

/** The same error pasted again while somebody is at it: points to that thread and counts. Its case, if there is one. */
export async function pointTo(scene: Scene, taken: Taken, fingerprint: string): Promise<CaseId | undefined> {
  const { tx, tenant, place, now } = scene;
  const since = later(now, -WORKED_ON);
  const sighting = await tx.cases(tenant).sighted(place.channel, fingerprint, since);
  if (sighting === undefined || sighting.id === taken.case) return undefined;
  const original = await tx.posts(tenant).ofCase(sighting.id);
  if (original === undefined) return undefined;
  const view = pointerView(scene, sighting, original);
  await countSighting(scene, sighting.id, place);
  const showing = { priority: PRIORITY.progress, asker: undefined, said: scene.said };
  await post(scene, { case: sighting.id }, view, { home: taken.home, role: "pointer" }, showing);
  return caseId(sighting.id);
}

function pointerView(scene: Scene, { times }: Sighting, original: Posted): View {
  const link = linkTo(scene, original);
  return noticeView(rich("This error is being worked on ", link, `. It was seen here ${times} times so far.`));
}

function linkTo({ parts, place }: Scene, { ref }: Posted): Inline {
  const platform = platformNamed(parts, place.platform);
  const url = ref === undefined ? undefined : platform?.linkTo?.(place.tenant, ref);
  return url === undefined ? plain("in another thread of this channel") : { kind: "link", text: "in this thread", url };
}
