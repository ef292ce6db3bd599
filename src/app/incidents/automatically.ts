import { phaseOf } from "../../core/resolution/case.ts";
import type { Responder } from "../../core/resolution/responder.ts";
import { act } from "../act.ts";
import { portsOf, type Scene } from "../events/scene.ts";
import type { Reply } from "../reply.ts";
import { choose } from "./start-incident.ts";

const REASON = "everything known was tried";

/** Nobody asked: whoever made the last move did not say these words. */
const ITSELF: Responder = { id: "kms", name: "kms" };

/** Asks for help by itself where a run came to nothing and the policy wants that; else the reply as it is. */
export async function automatically(scene: Scene, reply: Reply): Promise<Reply> {
  if (reply.kind !== "message" || !(await isDue(scene, reply))) return reply;
  const { id, revision } = reply.case;
  const action = { kind: "escalate", revision, reason: REASON } as const;
  const asked = await act(portsOf(scene), { case: id, action, by: ITSELF });
  return asked.kind === "message" ? asked : reply;
}

async function isDue(scene: Scene, { case: known }: Extract<Reply, { kind: "message" }>): Promise<boolean> {
  if (known.escalation !== undefined || phaseOf(known).kind !== "exhausted") return false;
  if (known.runs.at(-1)?.state.kind !== "exhausted") return false;
  const file = await scene.tx.cases(scene.tenant).file(known.id);
  const chosen = choose(scene, { case: known, home: file ?? { place: scene.place, replyTo: undefined } });
  return chosen.kind === "policy" && chosen.policy.automatic;
}
