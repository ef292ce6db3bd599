import { readCommand } from "../command.ts";
import { deedOfCommand } from "../command-deed.ts";
import { refusal } from "../may.ts";
import type { PlatformEvent } from "../platform.ts";
import { PRIORITY } from "../store.ts";
import { commanded } from "./commanded.ts";
import { caseAskedAbout } from "./locate.ts";
import { noteMiss } from "./miss.ts";
import { listen, mayIn, type Scene } from "./scene.ts";
import { describeCase, showCase, tell } from "./show.ts";
import { tellAgain } from "./tell-again.ts";

/** Somebody asks outright: the answer is for them alone until they share it or start. */
export async function asked(scene: Scene, event: Extract<PlatformEvent, { kind: "asked" }>): Promise<void> {
  const { text, about, answer } = event;
  const { id, home } = await caseAskedAbout(scene, about);
  const denied = refusal(mayIn(scene), deedOfCommand(readCommand(text)));
  if (denied !== undefined) return tell(scene, denied, { known: { id }, answer });
  if (await commanded(scene, text, { case: id, home, answer })) return;
  const { reply, isKept } = await listen(scene, { case: id, text, via: "command" });
  if (reply.kind === "silent") return;
  if (isKept) await keepText(scene, event, id);
  if (reply.kind === "message" && reply.isAgain) return tellAgain(scene, reply, answer);
  await tell(scene, reply.view, { known: { id }, answer });
  if (reply.kind !== "message") return;
  if (!reply.found) await noteMiss(scene, text, "command");
  const asker = { to: scene.by, answer };
  const isPublic = (await scene.tx.posts(scene.tenant).ofCase(id)) !== undefined;
  if (isPublic)
    await showCase(scene, reply.case, reply.view, home, { priority: PRIORITY.progress, asker, said: scene.said });
  else await describeCase(scene, reply.case, home);
}

/** A command is no message, so nobody edits or deletes it; but it stays part of what is known. */
async function keepText(
  { tx, tenant, place, now, id }: Scene,
  { text }: Extract<PlatformEvent, { kind: "asked" }>,
  about: Awaited<ReturnType<typeof caseAskedAbout>>["id"],
): Promise<void> {
  const message = `asked/${id}`;
  const facts = { channel: place.channel, message, lead: message, case: about, text, at: now };
  await tx.texts(tenant).put({ ...facts, via: "command" });
}
