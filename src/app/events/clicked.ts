import { deedOf } from "../../core/authorization/deed-of.ts";
import { type Action, withInput } from "../../core/resolution/action.ts";
import { newCase } from "../../core/resolution/case.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { act } from "../act.ts";
import { refusal } from "../may.ts";
import type { PlatformEvent } from "../platform.ts";
import type { Reply } from "../reply.ts";
import { type Offer, PRIORITY } from "../store.ts";
import { caseAskedAbout } from "./locate.ts";
import { offered } from "./offered.ts";
import { mayIn, portsOf, type Scene } from "./scene.ts";
import { describeCase, showCase, tell } from "./show.ts";

export type Clicked = Extract<PlatformEvent, { kind: "clicked" }>;

/** Somebody pressed a button. Everybody gets an answer: the case's message moves on, or a word why it does not. */
export async function clicked(scene: Scene, event: Clicked): Promise<void> {
  const found = await offered(scene, event);
  if (found.kind === "refused") {
    const { id } = await caseAskedAbout(scene, event.message);
    return tell(scene, noticeView(rich(found.why)), { known: newCase(id), answer: event.answer });
  }
  const { offer } = found;
  const action = event.typed === undefined ? found.action : withInput(found.action, event.typed);
  const denied = refusal(mayIn(scene), deedOf(action));
  if (denied !== undefined) return tell(scene, denied, { known: { id: offer.case }, answer: event.answer });
  const reply = await act(portsOf(scene), { case: offer.case, action, by: scene.by });
  await respond(scene, event, { offer, action, reply });
}

type Pressed = { readonly offer: Offer; readonly action: Action; readonly reply: Reply };

async function respond(scene: Scene, { answer }: Clicked, { offer, action, reply }: Pressed): Promise<void> {
  if (reply.kind === "silent") return;
  const tellThem = (view: View) => tell(scene, view, { known: { id: offer.case }, answer });
  if (reply.kind === "aside") return tellThem(reply.view);
  const { isPublic, home } = await whereabouts(scene, offer);
  const goesPublic = isPublic || action.kind === "open" || action.kind === "share";
  const asker = { to: scene.by, answer };
  if (goesPublic) await showCase(scene, reply.case, reply.view, home, { priority: PRIORITY.click, asker });
  else await describeCase(scene, reply.case, home);
  if (!goesPublic) await tellThem(reply.view);
  const word = wordTo(reply, isPublic, goesPublic);
  if (word !== undefined) await tellThem(noticeView(rich(word)));
}

/** Where the case's message is or will be. */
async function whereabouts(scene: Scene, offer: Offer) {
  const standing = await scene.tx.posts(scene.tenant).ofCase(offer.case);
  const file = await scene.tx.cases(scene.tenant).file(offer.case);
  const home = standing ?? file ?? { place: scene.place, replyTo: undefined };
  return { isPublic: standing !== undefined, home: { place: home.place, replyTo: home.replyTo } };
}

/** What the message itself does not say. */
function wordTo(reply: Extract<Reply, { kind: "message" }>, wasPublic: boolean, isPublic: boolean): string | undefined {
  const effects = new Set(reply.effects.map(({ kind }) => kind));
  if (effects.has("escalate")) return "It is noted here, and nobody is paged: no pager is set up. Call them yourself.";
  if (isPublic && !wasPublic) return "Everybody can follow it in the channel now.";
  return effects.has("share") ? "Everybody here can see it already." : undefined;
}
