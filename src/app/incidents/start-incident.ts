import type { EscalationId } from "../../core/escalation/escalation.ts";
import { isClosed } from "../../core/escalation/escalation.ts";
import { policyFor } from "../../core/escalation/find-on-call.ts";
import { errorOf, caseFingerprint } from "../../core/escalation/hand-off.ts";
import { headline } from "../../core/escalation/headline.ts";
import { escalationId } from "../../core/escalation/ids.ts";
import type { OnCallPlan, Policy, Route, Severity } from "../../core/escalation/policy.ts";
import { startEscalation } from "../../core/escalation/start-escalation.ts";
import type { Case } from "../../core/resolution/case.ts";
import type { Responder } from "../../core/resolution/responder.ts";
import type { Desk } from "../events/scene.ts";
import type { Home } from "../events/show.ts";
import { newName } from "../names.ts";
import { carryOut } from "./carry-out.ts";
import type { Incident } from "./incident.ts";
import { joinIncident, sayJoined } from "./join-incident.ts";
import { channelName, contextOf, subjectOf } from "./plan.ts";

/** What somebody wants who asks for help, and about what. `home` is where the case's message stands or would stand. */
export type Wish = {
  readonly case: Case;
  readonly home: Home;
  readonly severity: Severity | undefined;
  readonly reason: string;
  readonly by: Responder;
};

export type Started =
  | { readonly kind: "started" | "joined" | "already"; readonly id: EscalationId }
  /** There is no plan, or none of its routes fits. */
  | { readonly kind: "nobody"; readonly why: string };

/** How often somebody else may start the same incident before we give up. */
const MOST_ATTEMPTS = 10;

/** Makes an incident of a case, or lets it join the open one about the same error. The case must be saved. */
export async function startIncident(desk: Desk, wish: Wish): Promise<Started> {
  const chosen = choose(desk, wish);
  if (chosen.kind === "nobody") return chosen;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const found = (await ownIncident(desk, wish)) ?? (await joined(desk, wish)) ?? (await begun(desk, wish, chosen));
    if (found !== undefined) return found;
  }
  throw new Error("Cannot start an incident: others were faster every time. Try again in a moment.");
}

type Chosen = { readonly kind: "policy"; readonly policy: Policy; readonly route: Route | undefined };

/** By whom it is dealt with. */
export function choose(
  desk: Pick<Desk, "parts">,
  wish: Pick<Wish, "case" | "home">,
): Chosen | (Started & { readonly kind: "nobody" }) {
  const plan: OnCallPlan | undefined = desk.parts.oncall?.();
  if (plan === undefined)
    return { kind: "nobody", why: "There is no oncall.yaml here, so nobody is paged. Call them yourself." };
  if (plan.isUnusable === true)
    return {
      kind: "nobody",
      why: "oncall.yaml is broken, so nobody is paged and everybody only looks. Call somebody yourself, and ask whoever runs me to say kms check.",
    };
  const found = policyFor(plan, subjectOf(desk, wish.case, wish.home.place));
  if (found !== undefined) return { kind: "policy", ...found };
  return {
    kind: "nobody",
    why: "No route of oncall.yaml fits, so nobody is paged. Call them yourself, and add a route without conditions at its end.",
  };
}

/** A case that was counted when it was pasted belongs to its incident already; now its thread is told. */
async function ownIncident(desk: Desk, wish: Wish): Promise<Started | undefined> {
  const incidents = desk.tx.incidents(desk.tenant);
  const id = await incidents.ofCase(wish.case.id);
  const incident = id === undefined ? undefined : await incidents.load(id);
  if (incident === undefined || isClosed(incident.escalation)) return undefined;
  if (incident.escalation.case !== wish.case.id) await sayJoined(desk, wish.case.id, incident.escalation.id);
  return { kind: "already", id: incident.escalation.id };
}

async function joined(desk: Desk, { case: known, home, by }: Wish): Promise<Started | undefined> {
  const fingerprint = errorOf(known);
  if (fingerprint === undefined) return undefined;
  const id = await desk.tx.incidents(desk.tenant).openWith(fingerprint);
  if (id === undefined) return undefined;
  const hasJoined = await joinIncident(desk, id, { case: known.id, place: channelName(home.place), by });
  return hasJoined ? { kind: "joined", id } : undefined;
}

/** Undefined where somebody else began at the same moment: then it is joined. */
async function begun(desk: Desk, wish: Wish, { policy, route }: Chosen): Promise<Started | undefined> {
  const { case: known, home, severity, reason, by } = wish;
  const id = escalationId(newName(desk.parts.random).slice(0, 8));
  const place = channelName(home.place);
  const names = { fingerprint: caseFingerprint(known), title: headline(known) };
  const facts = { id, case: known.id, ...names, severity, reason, place, by };
  const started = startEscalation(facts, contextOf(desk, policy, by));
  if (started.kind !== "moved") return undefined;
  const incident: Incident = { escalation: started.escalation, home: homeFor(route, home), joins: errorOf(known) };
  const incidents = desk.tx.incidents(desk.tenant);
  if ((await incidents.save(incident, 0)) === "overtaken") return undefined;
  await incidents.link({ case: known.id, incident: id, place });
  desk.parts.wantName?.(desk.tenant, { kind: "channel", id: incident.home.place.channel });
  await carryOut(desk, { before: undefined, incident, effects: started.effects });
  return { kind: "started", id };
}

/** The channel for incidents if the route names one, else in place. */
function homeFor(route: Route | undefined, home: Home): Incident["home"] {
  const { platform, tenant } = home.place;
  const channel = platform === "terminal" ? undefined : route?.incidents[platform];
  if (channel === undefined) return { place: home.place, replyTo: home.replyTo };
  return { place: { platform, tenant, channel, thread: undefined, kind: "channel" }, replyTo: undefined };
}
