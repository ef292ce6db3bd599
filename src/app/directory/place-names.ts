import type { TenantKey } from "../names.ts";
import type { Transaction } from "../store.ts";
import { directory } from "./directory.ts";
import type { Unnamed } from "./naming.ts";

/** Where names are kept, and who hears of those that are not known. */
type Office = { readonly tx: Transaction; readonly tenant: TenantKey; readonly unnamed?: Unnamed | undefined };

/** What people call places that are written as oncall.yaml does: `slack C0123` is `#ops`. Those without a name are left out. */
export async function placeNames(
  { tx, tenant, unnamed }: Office,
  places: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const book = directory(tx.values(tenant));
  const names = new Map<string, string>();
  for (const place of new Set(places)) {
    const [, id] = /^(?:slack|discord) (\S+)$/.exec(place) ?? [];
    if (id === undefined) continue;
    const name = await book.nameOf({ kind: "channel", id });
    if (name === undefined) unnamed?.(tenant, { kind: "channel", id });
    else names.set(place, name);
  }
  return names;
}
