import { type CaseId, newCase } from "../../core/resolution/case.ts";
import type { Via } from "../../core/signals/signal.ts";
import { readCommand } from "../command.ts";
import { deedOfCommand } from "../command-deed.ts";
import { refusal } from "../may.ts";
import type { Reply } from "../reply.ts";
import { PRIORITY } from "../store.ts";
import { sightIncident } from "../incidents/sight-incident.ts";
import { commanded } from "./commanded.ts";
import { noteMiss } from "./miss.ts";
import { listen, mayIn, type Scene } from "./scene.ts";
import { type Home, showCase, tell } from "./show.ts";
import { tellAgain } from "./tell-again.ts";

/** A text that is taken up, and the messages it was said in: the first is the one that leads. */
export type Taken = {
  readonly case: CaseId;
  readonly text: string;
  readonly via: Via;
  readonly parts: readonly Part[];
  readonly home: Home;
  /** Who is told when it cannot be shown: whoever said it, unless that is a machine. */
  readonly asker?: "nobody";
};

export type Part = { readonly message: string; readonly text: string };

/** Takes up what was said in passing: speaks where there is something new to say, and remembers what it was about. */
export async function takeUp(scene: Scene, taken: Taken): Promise<void> {
  const { reply, isKept } = await listen(scene, taken);
  if (isKept) await keepParts(scene, taken);
  await say(scene, taken, reply);
}

/** Answers somebody who called the bot by its name. A miss is for them alone. */
export async function answer(scene: Scene, taken: Taken): Promise<void> {
  const known = newCase(taken.case);
  const denied = refusal(mayIn(scene), deedOfCommand(readCommand(taken.text)));
  if (denied !== undefined) return tell(scene, denied, { known, answer: undefined });
  if (await commanded(scene, taken.text, { case: taken.case, home: taken.home, answer: undefined })) return;
  const { reply, isKept } = await listen(scene, { ...taken, via: "command" });
  if (isKept) await keepParts(scene, { ...taken, via: "command" });
  const isPublic = (await scene.tx.posts(scene.tenant).ofCase(taken.case)) !== undefined;
  if (reply.kind === "message" && reply.isAgain && isPublic) return tellAgain(scene, reply, undefined);
  if (reply.kind !== "message" || reply.found) return say(scene, taken, reply);
  if (!reply.isAgain) await noteMiss(scene, taken.text, "command");
  return isPublic ? say(scene, taken, reply) : tell(scene, reply.view, { known, answer: undefined });
}

async function say(scene: Scene, { case: id, home, asker: tells }: Taken, reply: Reply): Promise<void> {
  if (reply.kind === "silent") return;
  if (reply.kind === "aside") return tell(scene, reply.view, { known: newCase(id), answer: undefined });
  const asker = tells === "nobody" ? undefined : { to: scene.by, answer: undefined };
  await sightIncident(scene, reply.case, home.place);
  await showCase(scene, reply.case, reply.view, home, { priority: PRIORITY.progress, asker, said: scene.said });
}

/** Remembers which messages a case is made of, so that their edits and deletions are understood. */
export async function keepParts({ tx, tenant, place, now }: Scene, taken: Omit<Taken, "home">): Promise<void> {
  const { case: id, via, parts } = taken;
  const lead = parts[0]?.message ?? "";
  for (const { message, text } of parts) {
    await tx.texts(tenant).put({ channel: place.channel, message, lead, case: id, text, via, at: now });
  }
}
