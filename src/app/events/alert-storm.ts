import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { later } from "../clock.ts";
import { PRIORITY } from "../store.ts";
import type { Scene } from "./scene.ts";
import { post } from "./show.ts";
import type { Taken } from "./speak.ts";

/** So many different alerts of a channel are answered within so many milliseconds; more is a storm, or two bots that talk. */
const [MOST, WITHIN] = [12, 600_000];

/** Whether one more alert may be answered here; the `last` one says so, and the next ones are passed over. */
export async function calmFor({ tx, tenant, place, now }: Scene): Promise<"calm" | "last" | "storm"> {
  const name = `alerts answered ${place.channel}`;
  const kept = await tx.values(tenant).get(name);
  const isRecent = isTally(kept) && now - kept.since < WITHIN && now >= kept.since;
  const { since, count } = isRecent ? kept : { since: now, count: 0 };
  if (count >= MOST) return "storm";
  await tx.values(tenant).set(name, { since, count: count + 1 }, later(since, WITHIN));
  return count + 1 === MOST ? "last" : "calm";
}

type Tally = { readonly since: Instant; readonly count: number };

/** We wrote it ourselves; only whether it is there has to be asked. */
function isTally(value: unknown): value is Tally {
  return typeof value === "object" && value !== null && "since" in value;
}

/** Under the last one that was answered. */
export async function sayStorm(scene: Scene, { case: id, home }: Taken): Promise<void> {
  const text = `This was the ${MOST}th different alert here within ten minutes, so I pass over new ones for a while. Use “Match this error” on one that matters.`;
  const showing = { priority: PRIORITY.progress, asker: undefined };
  await post(scene, { case: id }, noticeView(rich(text)), { home, role: "pointer" }, showing);
}
