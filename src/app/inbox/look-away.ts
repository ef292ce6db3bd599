import { EYES, lookedAt } from "../eyes.ts";
import type { Delivery } from "../platform.ts";
import { PRIORITY, type Transaction } from "../store.ts";
import type { TenantKey } from "../names.ts";
import type { Instant } from "../../core/resolution/responder.ts";

/** Takes the eyes off what was said to the bot, once `answer`, the subject of what is said to it, is out. */
export async function lookAway(
  tx: Transaction,
  { place, event }: Delivery,
  {
    tenant,
    answer,
    now: at,
  }: { readonly tenant: TenantKey; readonly answer: string | undefined; readonly now: Instant },
): Promise<void> {
  const on = lookedAt({ place, event });
  if (on === undefined) return;
  const order = { kind: "unsign", key: on.message, on, sign: EYES } as const;
  const subject = answer ?? `eyes ${on.channel}/${on.message}`;
  await tx.outbox.add({ tenant, subject, place, priority: PRIORITY.progress, order, asker: undefined, at });
}
