import type { Instant } from "../../core/resolution/responder.ts";
import type { TenantKey } from "../names.ts";
import type { Delivery } from "../platform.ts";
import type { Transaction } from "../store.ts";
import { directory } from "./directory.ts";

/** Puts down what a delivery tells of names: whoever is known by an id alone elsewhere is called so from now on. */
export async function noteNames(
  tx: Transaction,
  tenant: TenantKey,
  { by, place, channelName }: Delivery,
  now: Instant,
): Promise<void> {
  const book = directory(tx.values(tenant));
  if (by.name !== by.id) await book.note({ kind: "person", id: by.id }, by.name, now);
  if (channelName !== undefined) await book.note({ kind: "channel", id: place.channel }, channelName, now);
}
