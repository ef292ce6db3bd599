import { laneOf, tenantKey } from "../../src/app/names.ts";
import type { Delivery } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import type { Database } from "./schema.ts";

/** Keeps deliveries, and says of each whether it is new. All of them or none. */
export async function acceptInto(
  database: Pick<Database, "insertInto">,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<readonly ("stored" | "known")[]> {
  const rows = deliveries.map((delivery) => rowOf(delivery, now));
  const insert = database.insertInto("inbox").values(rows);
  const stored = await insert
    .onConflict((conflict) => conflict.doNothing())
    .returning(["tenant", "id"])
    .execute();
  const fresh = new Set(stored.map(({ tenant, id }) => JSON.stringify([tenant, id])));
  return rows.map(({ tenant, id }) => (fresh.delete(JSON.stringify([tenant, id])) ? "stored" : "known"));
}

function rowOf(delivery: Delivery, now: Instant) {
  return {
    tenant: tenantKey(delivery.place),
    id: delivery.id,
    lane: laneOf(delivery.place),
    parent: delivery.place.channel,
    state: 0,
    not_before: 0,
    attempts: 0,
    received: now,
    body: JSON.stringify({ kind: "delivery", delivery }),
    why: null,
  };
}
