import { type Case, phaseOf } from "../../core/resolution/case.ts";
import type { View } from "../../core/view/view.ts";
import { actionsOf } from "../actions-of.ts";
import { newName } from "../names.ts";
import type { AnswerHandle, Place } from "../platform.ts";
import { type Asker, type Posted, type Priority, PRIORITY, type Shown } from "../store.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Scene } from "./scene.ts";

/** Where a case's message goes when it is posted. */
export type Home = { readonly place: Place; readonly replyTo: string | undefined };

/** How soon it must be seen, and who is told when it cannot be. */
export type Showing = { readonly priority: Priority; readonly asker: Asker | undefined };

/** Shows the case as it is now: its one message is posted when there is none, and edited in place afterwards. */
export async function showCase(scene: Scene, known: Case, view: View, home: Home, showing: Showing): Promise<void> {
  await describeCase(scene, known, home);
  const posts = scene.tx.posts(scene.tenant);
  const standing = await posts.ofCase(known.id);
  if (standing === undefined) await post(scene, known, view, { home, role: "case" }, showing);
  else await edit(scene, known, view, standing, showing);
}

/** Notes what the case is about, so that the same error is recognised. */
export async function describeCase(scene: Scene, known: Case, home: Home): Promise<void> {
  const isOpen = !["fixed", "unknown"].includes(phaseOf(known).kind);
  const fingerprint = fingerprintOf(known.verdict);
  await scene.tx.cases(scene.tenant).describe(known.id, { ...home, fingerprint, isOpen, touched: scene.now });
}

/** Posts a new message that belongs to the case. */
export async function post(
  scene: Scene,
  known: Pick<Case, "id">,
  view: View,
  { home, role }: { readonly home: Home; readonly role: Posted["role"] },
  { priority, asker }: Showing,
): Promise<void> {
  const { tx, tenant, now } = scene;
  const key = newName(scene.parts.random);
  await tx.posts(tenant).add({ key, case: known.id, role, ...home, ref: undefined }, now);
  const shown = await offer(scene, known, view, { post: key, to: undefined });
  const order = { kind: "post", key, replyTo: home.replyTo, shown } as const;
  await tx.outbox.add({ tenant, subject: key, place: home.place, priority, order, asker, at: now });
}

async function edit(scene: Scene, known: Case, view: View, standing: Posted, showing: Showing): Promise<void> {
  const { tx, tenant, now } = scene;
  const { key, place } = standing;
  const shown = await offer(scene, known, view, { post: key, to: undefined });
  if (await tx.outbox.revise(tenant, key, shown, showing.asker)) return;
  const order = { kind: "edit", key, shown } as const;
  await tx.outbox.add({ tenant, subject: key, place, order, ...showing, at: now });
}

/** Takes a message back: from now on it is not there, and what is said next is a new one. */
export async function withdraw({ tx, tenant, now }: Scene, { key, place }: Posted): Promise<void> {
  await tx.posts(tenant).gone(key);
  const order = { kind: "remove", key } as const;
  await tx.outbox.add({ tenant, subject: key, place, priority: PRIORITY.progress, order, asker: undefined, at: now });
}

/** A word to the asker alone. */
export async function tell(
  scene: Scene,
  view: View,
  { known, answer }: { readonly known: Pick<Case, "id">; readonly answer: AnswerHandle | undefined },
): Promise<void> {
  const { tx, tenant, place, by, now } = scene;
  const key = newName(scene.parts.random);
  const shown = await offer(scene, known, view, { post: undefined, to: by.id });
  const order = { kind: "aside", key, to: by, answer, shown } as const;
  const priority = PRIORITY.click;
  await tx.outbox.add({ tenant, subject: key, place, priority, order, asker: undefined, at: now });
}

/** Puts down what the view's buttons mean, before anybody can press them. */
async function offer(
  { tx, tenant, place, parts, now }: Scene,
  known: Pick<Case, "id">,
  view: View,
  { post: key, to }: { readonly post: string | undefined; readonly to: string | undefined },
): Promise<Shown> {
  const id = newName(parts.random);
  const actions = actionsOf(view);
  const facts = { id, case: known.id, channel: place.channel, post: key, to, actions, at: now };
  if (actions.length > 0) await tx.offers(tenant).add(facts);
  return { view, offer: id };
}
