import type { PlatformEvent } from "../platform.ts";
import { retold } from "./retold.ts";
import type { Scene } from "./scene.ts";
import { withdraw } from "./show.ts";

/** Somebody took back what they had said, or removed a message of ours. */
export async function deleted(scene: Scene, { message }: Extract<PlatformEvent, { kind: "deleted" }>): Promise<void> {
  const { tx, tenant, place } = scene;
  const posts = tx.posts(tenant);
  const own = await posts.byMessage(place.channel, message);
  if (own !== undefined) return posts.gone(own.key);
  for (const pointer of await posts.pointersUnder(place.channel, message)) await withdraw(scene, pointer);
  const text = await tx.texts(tenant).find(place.channel, message);
  if (text === undefined) return;
  await tx.texts(tenant).remove(text);
  await retold(scene, text.case);
}
