import type { Delivery, MessageRef, Platform, Post } from "./platform.ts";

/** The sign that says "I am at it". */
export const EYES = "👀";

/** A platform that looks up when it is spoken to, before anything is worked out; taking the eyes away comes after that. */
export type Eyed = {
  readonly platform: Platform;
  /** Puts the eyes on what was said to the bot. Nobody waits for it, and nothing depends on it. */
  readonly look: (delivery: Delivery) => void;
};

export function eyed(platform: Platform): Eyed {
  const underWay = new Map<string, Promise<unknown>>();
  const look: Eyed["look"] = (delivery) => {
    const ref = lookedAt(delivery);
    if (ref === undefined) return;
    const name = nameOf(ref);
    const looking = platform
      .send({ kind: "react", place: delivery.place, ref, sign: EYES })
      .catch(() => undefined)
      .finally(() => underWay.delete(name));
    underWay.set(name, looking);
  };
  const send: Platform["send"] = async (post: Post) => {
    if (post.kind === "unreact") await underWay.get(nameOf(post.ref));
    return platform.send(post);
  };
  return { platform: { ...platform, send }, look };
}

/** The message that somebody spoke to the bot in; undefined for everything else. */
export function lookedAt({ event, place }: Pick<Delivery, "event" | "place">): MessageRef | undefined {
  if (event.kind !== "said" || !event.addressed) return undefined;
  return { channel: place.channel, message: event.message };
}

function nameOf({ channel, message }: MessageRef): string {
  return `${channel}/${message}`;
}
