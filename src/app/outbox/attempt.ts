import { withinTime } from "../clock.ts";
import { tokensOf } from "../actions-of.ts";
import { type BotParts, platformNamed, timesOf } from "../parts.ts";
import type { MessageRef, Platform, Post, Sent } from "../platform.ts";
import type { Job } from "../store.ts";

/** After so many refused look-ups a doubtful post is repeated: twice said is better than lost. */
const MOST_LOOKUPS = 5;

/** What became of a job: what the platform says, or that nothing was left to do. */
export type Attempted = Sent | { readonly kind: "moot" };

/** Carries a job out once. A doubtful post is looked up before it is repeated. */
export async function attempt(parts: BotParts, job: Job, ref: MessageRef | undefined): Promise<Attempted> {
  const platform = platformNamed(parts, job.place.platform);
  const post = postOf(job, ref);
  if (platform === undefined)
    return { kind: "impossible", why: `${job.place.platform} is not set up`, advice: "Set it up and try again." };
  if (post === undefined) return { kind: "moot" };
  const found =
    post.kind === "post" && job.isDoubtful ? await within(parts, timesOf(parts).find, platform.find(post)) : "absent";
  if (typeof found === "object") return { kind: "sent", ref: found };
  if (found === "unknown" && job.attempts <= MOST_LOOKUPS) return { kind: "doubtful", why: "the look-up was refused" };
  return send(parts, platform, post);
}

async function send(parts: BotParts, platform: Platform, post: Post): Promise<Sent> {
  const sent = await within(parts, timesOf(parts).send, platform.send(post));
  return sent === "unknown" ? { kind: "doubtful", why: "no answer in time" } : sent;
}

/** Whatever a platform throws, and whenever it takes too long: nobody knows what became of it. */
async function within<Result>(parts: BotParts, most: number, result: Promise<Result>): Promise<Result | "unknown"> {
  try {
    const outcome = await withinTime(parts.clock, most, result);
    return outcome === "too late" ? "unknown" : outcome;
  } catch {
    return "unknown";
  }
}

/** The job in the platform's words; undefined when the message it is about is not there. */
function postOf({ order, place }: Job, ref: MessageRef | undefined): Post | undefined {
  switch (order.kind) {
    case "post": {
      const { key, replyTo, shown } = order;
      return { kind: "post", key, place, replyTo, view: shown.view, tokenOf: tokensOf(shown.view, shown.offer) };
    }
    case "aside": {
      const { key, to, answer, shown } = order;
      return { kind: "aside", key, place, to, answer, view: shown.view, tokenOf: tokensOf(shown.view, shown.offer) };
    }
    case "edit": {
      const { view, offer } = order.shown;
      return ref === undefined ? undefined : { kind: "edit", place, ref, view, tokenOf: tokensOf(view, offer) };
    }
    case "remove":
      return ref === undefined ? undefined : { kind: "remove", place, ref };
  }
}
