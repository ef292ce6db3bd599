import { readOnCall } from "../../adapters/oncall/read-oncall.ts";
import { systemClock } from "../app/clock.ts";
import { onCallNow } from "../app/on-call-now.ts";
import { NOBODY } from "../core/escalation/policy.ts";
import type { OnCallNow } from "../core/view/oncall-view.ts";
import { calendarSources } from "./calendars.ts";
import { fromStore } from "./from-store.ts";
import { onCallFile } from "./on-call-file.ts";

/** Who is on call, for whoever asks at this machine; undefined where there is no `oncall.yaml`. */
export async function duties(): Promise<OnCallNow | undefined> {
  const now = systemClock.now();
  const parsed = await readOnCall(onCallFile(), now, calendarSources());
  if (parsed === undefined) return undefined;
  if (parsed.kind === "rejected")
    return { plan: NOBODY, overrides: [], remarks: [`Cannot use ${onCallFile()}: say kms check.`] };
  const kept = await fromStore((tx) => tx.standingOverrides(now));
  const why = typeof kept === "string" ? [`Overrides that were said in a chat are not known here: ${kept}.`] : [];
  const facts = { tenant: "all", remarks: [...parsed.remarks, ...why] } as const;
  return onCallNow(parsed.plan, typeof kept === "string" ? [] : kept, facts);
}
