import type { EscalationId } from "../../core/escalation/escalation.ts";
import { type Case, type CaseId, caseId, newCase, phaseOf } from "../../core/resolution/case.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { actionsOf } from "../actions-of.ts";
import { newName } from "../names.ts";
import type { AnswerHandle, Place } from "../platform.ts";
import type { Asker, Shown } from "../order.ts";
import { type Posted, type Priority, PRIORITY } from "../store.ts";
import { answerFingerprint } from "./answer-fingerprint.ts";
import { asItStands } from "../incidents/standing.ts";
import type { Desk, Scene } from "./scene.ts";

/** Where a case's message goes when it is posted. */
export type Home = { readonly place: Place; readonly replyTo: string | undefined };

/** How soon it must be seen, who is told when it cannot be, and when it was said what it answers. */
export type Showing = {
  readonly priority: Priority;
  readonly asker: Asker | undefined;
  readonly said?: Instant | undefined;
};

/** Shows the case as it is now: its one message is posted when there is none, and edited in place afterwards. */
export async function showCase(scene: Desk, known: Case, view: View, home: Home, showing: Showing): Promise<void> {
  await describeCase(scene, known, home);
  const standing = await scene.tx.posts(scene.tenant).ofCase(known.id);
  const shown = await asItStands(scene, known.id, view);
  if (standing === undefined) await post(scene, { case: known.id }, shown, { home, role: "case" }, showing);
  else await edit(scene, { case: known.id }, shown, standing, showing);
}

/** Notes what the case is about, so that the same error is recognised. */
export async function describeCase(scene: Desk, known: Case, home: Home): Promise<void> {
  const isOpen = !["fixed", "unknown"].includes(phaseOf(known).kind);
  const fingerprint = answerFingerprint(known.verdict);
  await scene.tx.cases(scene.tenant).describe(known.id, { ...home, fingerprint, isOpen, touched: scene.now });
}

/** What a message is about: a case, and the incident that it became. */
export type About = { readonly case: CaseId; readonly incident?: EscalationId };

/** Posts a new message that belongs to the case. One to a person has buttons for that person alone. */
export async function post(
  desk: Desk,
  about: About,
  view: View,
  { home, role }: { readonly home: Home; readonly role: Posted["role"] },
  { priority, asker, said }: Showing,
): Promise<void> {
  const { tx, tenant, now } = desk;
  const key = newName(desk.parts.random);
  await tx.posts(tenant).add({ key, ...about, role, ...home, ref: undefined }, now);
  const shown = await offer(desk, about, view, { post: key, place: home.place });
  const order = { kind: "post", key, replyTo: home.replyTo, shown: { ...shown, said } } as const;
  await tx.outbox.add({ tenant, subject: key, place: home.place, priority, order, asker, at: now });
}

/** Shows something newer in a message that stands. */
export async function edit(
  desk: Desk,
  about: About,
  view: View,
  { key, place }: Pick<Posted, "key" | "place">,
  showing: Showing,
): Promise<void> {
  const { tx, tenant, now } = desk;
  const shown = await offer(desk, about, view, { post: key, place });
  if (await tx.outbox.revise(tenant, key, shown, showing.asker)) return;
  const { priority, asker } = showing;
  const order = { kind: "edit", key, shown } as const;
  await tx.outbox.add({ tenant, subject: key, place, order, priority, asker, at: now });
}

/** Takes a message back: from now on it is not there, and what is said next is a new one. */
export async function withdraw({ tx, tenant, now }: Desk, { key, place }: Posted): Promise<void> {
  await tx.posts(tenant).gone(key);
  const order = { kind: "remove", key } as const;
  await tx.outbox.add({ tenant, subject: key, place, priority: PRIORITY.progress, order, asker: undefined, at: now });
}

/** The case that it is about, and the incident that it leads to. */
type Told = {
  readonly known: Pick<Case, "id">;
  readonly answer: AnswerHandle | undefined;
  readonly leadsTo?: EscalationId | undefined;
};

/** A word to the asker alone. */
export async function tell(scene: Scene, view: View, { known, answer, leadsTo }: Told): Promise<void> {
  const { tx, tenant, place, by, now, said } = scene;
  const key = newName(scene.parts.random);
  const shown = await offer(scene, { case: known.id }, view, { post: undefined, place, to: by.id });
  const order = { kind: "aside", key, to: by, answer, shown: { ...shown, said, leadsTo } } as const;
  const priority = PRIORITY.click;
  await tx.outbox.add({ tenant, subject: key, place, priority, order, asker: undefined, at: now });
}

/** A word to somebody that offers nothing to press. */
export function say(scene: Scene, text: string, answer: AnswerHandle | undefined): Promise<void> {
  return tell(scene, noticeView(rich(text)), { known: newCase(caseId(`said/${scene.id}`)), answer });
}

type Where = { readonly post: string | undefined; readonly place: Place; readonly to?: string };

/** Puts down what the view's buttons mean, before anybody can press them. */
async function offer(desk: Desk, about: About, view: View, { post: key, place, to }: Where): Promise<Shown> {
  const { tx, tenant, parts, now } = desk;
  const id = newName(parts.random);
  const actions = actionsOf(view);
  const person = to ?? (place.kind === "person" ? place.channel : undefined);
  const facts = { id, ...about, channel: place.channel, post: key, to: person, actions, at: now };
  if (actions.length > 0) await tx.offers(tenant).add(facts);
  return { view, offer: id };
}
