import { deedOf } from "../../core/authorization/deed-of.ts";
import { type Action, withInput } from "../../core/resolution/action.ts";
import { type Effect } from "../../core/resolution/outcome.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { rich } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { act } from "../act.ts";
import { actOnIncident } from "../incidents/act-on-incident.ts";
import { automatically } from "../incidents/automatically.ts";
import { startIncident } from "../incidents/start-incident.ts";
import { refusal } from "../may.ts";
import type { PlatformEvent } from "../platform.ts";
import type { Reply } from "../reply.ts";
import { type Offer, PRIORITY } from "../store.ts";
import { offered } from "./offered.ts";
import { mayIn, portsOf, type Scene } from "./scene.ts";
import { describeCase, type Home, say, showCase, tell } from "./show.ts";
import { tellAssignee } from "./tell-assignee.ts";

export type Clicked = Extract<PlatformEvent, { kind: "clicked" }>;

/** Somebody pressed a button. Everybody gets an answer: the message moves on, or a word why it does not. */
export async function clicked(scene: Scene, event: Clicked): Promise<void> {
  const found = await offered(scene, event);
  if (found.kind === "refused") return say(scene, found.why, event.answer);
  const { offer, tenant } = found;
  const action = event.typed === undefined ? found.action : withInput(found.action, event.typed);
  const denied = refusal(mayIn(scene), deedOf(action));
  if (denied !== undefined) return tell(scene, denied, { known: { id: offer.case }, answer: event.answer });
  const there = { ...scene, tenant };
  if (action.kind === "incident") return actOnIncident(there, { offer, action, answer: event.answer });
  const reply = await act(portsOf(there), { case: offer.case, action, by: scene.by });
  await respond(there, event, { offer, action, reply: await automatically(there, reply) });
}

type Pressed = { readonly offer: Offer; readonly action: Action; readonly reply: Reply };

async function respond(scene: Scene, { answer }: Clicked, { offer, action, reply }: Pressed): Promise<void> {
  if (reply.kind === "silent") return;
  const tellThem = (view: View) => tell(scene, view, { known: { id: offer.case }, answer });
  if (reply.kind === "aside") return tellThem(reply.view);
  const { isPublic, home } = await whereabouts(scene, offer);
  const goesPublic = isPublic || PUBLIC.has(action.kind);
  const asker = { to: scene.by, answer };
  const helped = await callForHelp(scene, reply, home);
  if (goesPublic) await showCase(scene, reply.case, reply.view, home, { priority: PRIORITY.click, asker });
  else await describeCase(scene, reply.case, home);
  if (!goesPublic) await tellThem(reply.view);
  if (isPublic) await tellAssignee(scene, reply);
  const word = helped ?? wordTo(reply.effects, isPublic, goesPublic);
  if (word !== undefined) await tellThem(noticeView(rich(word)));
}

/** What others have to see of a case that only one person saw. */
const PUBLIC: ReadonlySet<Action["kind"]> = new Set(["open", "share", "assign"]);

/** Where the case's message is or will be. */
async function whereabouts(scene: Scene, offer: Offer) {
  const standing = await scene.tx.posts(scene.tenant).ofCase(offer.case);
  const file = await scene.tx.cases(scene.tenant).file(offer.case);
  const home = standing ?? file ?? { place: scene.place, replyTo: undefined };
  return { isPublic: standing !== undefined, home: { place: home.place, replyTo: home.replyTo } };
}

/** Hands the case to the people on call where that was asked for, and says why where nobody is called. */
async function callForHelp(
  scene: Scene,
  { case: known, effects }: Extract<Reply, { kind: "message" }>,
  home: Home,
): Promise<string | undefined> {
  const wish = effects.find(({ kind }) => kind === "escalate");
  if (wish?.kind !== "escalate") return undefined;
  await describeCase(scene, known, home);
  const by = known.escalation?.by ?? scene.by;
  const started = await startIncident(scene, { case: known, home, severity: undefined, reason: wish.reason, by });
  return started.kind === "nobody" ? `It is noted here. ${started.why}` : undefined;
}

/** What the message itself does not say. */
function wordTo(effects: readonly Effect[], wasPublic: boolean, isPublic: boolean): string | undefined {
  if (isPublic && !wasPublic) return "Everybody can follow it in the channel now.";
  return effects.some(({ kind }) => kind === "share") ? "Everybody here can see it already." : undefined;
}
