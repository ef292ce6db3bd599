import type { Action } from "../../core/resolution/action.ts";
import { readToken } from "../actions-of.ts";
import type { TenantKey } from "../names.ts";
import type { Offer, Posted } from "../store.ts";
import type { Clicked } from "./clicked.ts";
import type { Scene } from "./scene.ts";

/** What a button stands for and in whose name, or why it stands for nothing here. */
type Offered =
  | { readonly kind: "offered"; readonly tenant: TenantKey; readonly offer: Offer; readonly action: Action }
  | { readonly kind: "refused"; readonly why: string };

/** Looks the token up. It counts only in the tenant, channel and message it was made for, and for the person it was shown to. */
export async function offered(scene: Scene, { token, message }: Clicked): Promise<Offered> {
  const read = readToken(token);
  const found = read === undefined ? undefined : await lookUp(scene, read.offer);
  const action = found?.offer.actions[read?.index ?? -1];
  if (found === undefined || action === undefined)
    return refused("This button is too old. Ask again to get a new one.");
  const { tenant, offer } = found;
  if (!(await isAtHome(scene, found, message.message))) return refused("This button belongs to another message.");
  if (offer.to !== undefined && offer.to !== scene.by.id) return refused("This button was shown to somebody else.");
  return { kind: "offered", tenant, offer, action };
}

type Found = { readonly tenant: TenantKey; readonly offer: Offer };

/** A direct message may be outside of every workspace; what it offers is then found by the person it was made to. */
async function lookUp({ tx, tenant, place, by }: Scene, id: string): Promise<Found | undefined> {
  const offer = await tx.offers(tenant).find(id);
  if (offer !== undefined) return { tenant, offer };
  return place.kind === "direct" ? tx.offerTo(by.id, id) : undefined;
}

/** A message whose name we were not yet told is taken at its channel's word. */
async function isAtHome({ tx, place }: Scene, { tenant, offer }: Found, message: string): Promise<boolean> {
  const post = offer.post === undefined ? undefined : await tx.posts(tenant).find(offer.post);
  if (!isItsChannel(offer, post, place)) return false;
  return post?.ref === undefined || post.ref.message === message;
}

/** What was sent to a person is in a channel that nobody knew when it was offered. */
function isItsChannel({ channel }: Offer, post: Posted | undefined, place: Scene["place"]): boolean {
  return post?.place.kind === "person" ? place.kind === "direct" : channel === place.channel;
}

function refused(why: string): Offered {
  return { kind: "refused", why };
}
