import { readTime, timeAfter } from "../core/escalation/read-time.ts";
import type { Instant } from "../core/resolution/responder.ts";
import { noticeView } from "../core/view/notice-view.ts";
import { code, rich } from "../core/view/rich.ts";
import { type OnCallNow, oncallView } from "../core/view/oncall-view.ts";
import type { Ports } from "./ports.ts";
import { aside, type Reply } from "./reply.ts";

/** Who is on call, now or at the time that is written: in the zone of the first schedule unless it has one of its own. */
export async function sayOnCall({ oncall, clock, prefix }: Ports, written: string): Promise<Reply> {
  const facts = await oncall?.();
  if (facts === undefined)
    return aside(
      noticeView(rich("There is no oncall.yaml here, so nobody is on call. Call somebody yourself.")),
      false,
    );
  const now = clock.now();
  const at = timeIn(written, facts, now);
  if (at !== undefined) return aside(oncallView(facts, at, now));
  const text = rich(
    "Cannot tell the time. Write it so: ",
    code(`${prefix}oncall tomorrow 09:00`),
    " or ",
    code(`${prefix}oncall 2026-03-29T02:30`),
    ".",
  );
  return aside(noticeView(text), false);
}

function timeIn(written: string, { plan }: OnCallNow, now: Instant): Instant | undefined {
  const words = written
    .trim()
    .replace(/^at\s+/i, "")
    .split(/\s+/);
  if (words.join("") === "") return now;
  const read = readTime(words);
  const [zone = "UTC"] = plan.schedules.map((schedule) => schedule.zone);
  return read?.used === words.length ? timeAfter(read.time, zone, now) : undefined;
}
