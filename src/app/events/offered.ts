import type { Action } from "../../core/resolution/action.ts";
import { readToken } from "../actions-of.ts";
import type { Offer } from "../store.ts";
import type { Clicked } from "./clicked.ts";
import type { Scene } from "./scene.ts";

/** What a button stands for, or why it stands for nothing here. */
type Offered =
  | { readonly kind: "offered"; readonly offer: Offer; readonly action: Action }
  | { readonly kind: "refused"; readonly why: string };

/** Looks the token up. It counts only in the tenant, channel and message it was made for, and for the person it was shown to. */
export async function offered(scene: Scene, { token, message }: Clicked): Promise<Offered> {
  const read = readToken(token);
  const offer = read === undefined ? undefined : await scene.tx.offers(scene.tenant).find(read.offer);
  const action = offer?.actions[read?.index ?? -1];
  if (offer === undefined || action === undefined)
    return refused("This button is too old. Ask again to get a new one.");
  if (!(await isAtHome(scene, offer, message.message))) return refused("This button belongs to another message.");
  if (offer.to !== undefined && offer.to !== scene.by.id) return refused("This button was shown to somebody else.");
  return { kind: "offered", offer, action };
}

/** A message whose name we were not yet told is taken at its channel's word. */
async function isAtHome({ tx, tenant, place }: Scene, offer: Offer, message: string): Promise<boolean> {
  if (offer.channel !== place.channel) return false;
  const post = offer.post === undefined ? undefined : await tx.posts(tenant).find(offer.post);
  return post?.ref === undefined || post.ref.message === message;
}

function refused(why: string): Offered {
  return { kind: "refused", why };
}
