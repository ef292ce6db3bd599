import { isWorthTrying, pauseAfter } from "../../src/core/escalation/page-retry.ts";
import type { Paged, Pager, Paging } from "../../src/core/escalation/paging.ts";

export type DeliverTools = {
  readonly now: () => number;
  /** Milliseconds. */
  readonly sleep: (pause: number) => Promise<void>;
  /** Whether the page is still wanted: an acknowledged incident is not paged any more. */
  readonly isWanted: () => boolean;
};

/** Pages until the service takes it or says never; "unwanted" when nobody needs it any more. */
export async function deliver(
  pager: Pager,
  paging: Paging,
  { now, sleep, isWanted }: DeliverTools,
): Promise<Exclude<Paged, { kind: "later" }> | { readonly kind: "unwanted" }> {
  const started = now();
  for (let attempt = 1; isWanted(); attempt++) {
    const paged = await pager.page(paging);
    if (paged.kind !== "later") return paged;
    if (!isWorthTrying(started, now()))
      return {
        kind: "failed",
        why: paged.why,
        advice: "The service did not come back within a day. Call by telephone.",
      };
    await sleep(pauseAfter(attempt, paged));
  }
  return { kind: "unwanted" };
}
