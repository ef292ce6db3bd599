import { MEMBER } from "../../core/authorization/role.ts";
import { escalationOfKey } from "../../core/escalation/page-key.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import type { Delivery } from "../platform.ts";
import type { Store } from "../store.ts";

/** What a pager tells: somebody answered a page there. */
export type PagerNews = {
  readonly delivery: string;
  readonly key: string;
  readonly event: "acknowledge" | "resolve";
  readonly by: string;
};

/** The news as a delivery to the incident's own place, so that it is worked off in order with what happens there. */
export async function newsDelivery(
  store: Pick<Store, "transaction">,
  { delivery, key, event, by }: PagerNews,
  at: Instant,
): Promise<Delivery | undefined> {
  const place = await store.transaction(async (tx) => {
    const id = escalationOfKey(key);
    const tenant = id === undefined ? undefined : await tx.tenantOf(id);
    return id === undefined || tenant === undefined ? undefined : (await tx.incidents(tenant).load(id))?.home.place;
  });
  if (place === undefined) return undefined;
  const who = { id: "pager", name: `${by} by pager` };
  return {
    id: `pager/${delivery}`,
    at,
    place,
    by: who,
    standing: MEMBER,
    event: { kind: "page-answered", key, did: event },
  };
}
