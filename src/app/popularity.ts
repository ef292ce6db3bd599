import type { Clock } from "./clock.ts";
import { tenantKey } from "./names.ts";
import type { PlatformName, Tenant } from "./platform.ts";
import { remember } from "./remember.ts";
import type { Store } from "./store.ts";

/** How often each article answered something, by id. What was of use before is likely meant again. */
export type Popularity = ReadonlyMap<string, number>;

const MINUTE = 60_000;

/** Milliseconds. */
const TIMES = { fresh: MINUTE, lasting: 60 * MINUTE, pause: MINUTE } as const;

/** So many articles of a workspace are counted, and so many workspaces are remembered. */
const [MOST_ARTICLES, MOST_TENANTS] = [200, 1_000];

/** What was of use in each workspace, as the store counts it. Nobody who types waits for it: at first nothing is known. */
export function popularityIn(
  store: Pick<Store, "transaction">,
  clock: Pick<Clock, "now">,
  platform: PlatformName,
): (tenant: Tenant) => Popularity {
  const last = new Map<Tenant, Popularity>();
  const counted = remember<Popularity>({
    ...TIMES,
    clock,
    most: MOST_TENANTS,
    failed: () => undefined,
    lookUp: (tenant) =>
      store.transaction(async (tx) => new Map(await tx.cases(tenantKey({ platform, tenant })).popular(MOST_ARTICLES))),
  });
  const keep = (tenant: Tenant, popularity: Popularity | undefined): void => {
    last.delete(tenant);
    if (popularity !== undefined) last.set(tenant, popularity);
    for (const oldest of last.keys()) if (last.size > MOST_TENANTS) last.delete(oldest);
  };
  return (tenant) => {
    void counted.get(tenant).then((popularity) => keep(tenant, popularity));
    return last.get(tenant) ?? new Map<string, number>();
  };
}
