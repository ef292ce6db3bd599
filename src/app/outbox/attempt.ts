import { withinTime } from "../clock.ts";
import { tokensOf } from "../actions-of.ts";
import { type BotParts, platformNamed, timesOf } from "../parts.ts";
import { assertNever } from "../../core/brand.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { withAge } from "../../core/view/age.ts";
import { withWayTo } from "../../core/view/with-way-to.ts";
import type { MessageRef, Platform, Post, Sent, PostedAt } from "../platform.ts";
import type { Shown } from "../order.ts";
import type { Job } from "../store.ts";

/** After so many refused look-ups a doubtful post is repeated: twice said is better than lost. */
const MOST_LOOKUPS = 5;

/** So often a word to somebody waits for the message that it leads to; then it goes without the link. */
const MOST_WAITS = 4;

/** A job, the message it is about, and the incident's whose thread it goes to or leads to, where there are such. */
export type Taken = { readonly job: Job; readonly ref: MessageRef | undefined; readonly under: PostedAt | undefined };

/** What became of a job: what the platform says, or that nothing was left to do. */
export type Attempted = Sent | { readonly kind: "moot" };

/** Carries a job out once. A doubtful post is looked up before it is repeated. */
export async function attempt(parts: BotParts, { job, ref, under }: Taken): Promise<Attempted> {
  const platform = platformNamed(parts, job.place.platform);
  if (platform === undefined)
    return { kind: "impossible", why: `${job.place.platform} is not set up`, advice: "Set it up and try again." };
  if (under === undefined && waitsForIncident(job)) return { kind: "later", after: undefined, why: NOT_POSTED_YET };
  const post =
    job.order.kind === "line"
      ? lineOf(platform, job, under)
      : postOf(leading(platform, job, under), ref, parts.clock.now());
  if (post === undefined) return { kind: "moot" };
  const found =
    post.kind === "post" && job.isDoubtful ? await within(parts, timesOf(parts).find, platform.find(post)) : "absent";
  if (typeof found === "object") return { kind: "sent", ref: found };
  if (found === "unknown" && job.attempts <= MOST_LOOKUPS) return { kind: "doubtful", why: "the look-up was refused" };
  return send(parts, platform, post);
}

/** Why an order waits that stands under the message of an incident. */
export const NOT_POSTED_YET = "the incident's message is not posted yet";

function waitsForIncident({ order, attempts }: Job): boolean {
  return (
    order.kind === "line" || (order.kind === "aside" && order.shown.leadsTo !== undefined && attempts <= MOST_WAITS)
  );
}

/** A word to somebody, with the way to the incident that it speaks of. */
function leading(platform: Platform, job: Job, under: PostedAt | undefined): Job {
  const url = under === undefined ? undefined : platform.linkTo?.(under.place.tenant, under.ref);
  if (url === undefined || job.order.kind !== "aside") return job;
  const { view } = job.order.shown;
  return { ...job, order: { ...job.order, shown: { ...job.order.shown, view: withWayTo(view, url) } } };
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
function postOf({ order, place }: Job, ref: MessageRef | undefined, now: Instant): Post | undefined {
  switch (order.kind) {
    case "post": {
      const { key, replyTo, shown } = order;
      return { kind: "post", key, place, replyTo, ...asShown(shown, now) };
    }
    case "aside": {
      const { key, to, answer, shown } = order;
      return { kind: "aside", key, place, to, answer, ...asShown(shown, now) };
    }
    case "edit": {
      const { view, offer } = order.shown;
      return ref === undefined ? undefined : { kind: "edit", place, ref, view, tokenOf: tokensOf(view, offer) };
    }
    case "remove":
      return ref === undefined ? undefined : { kind: "remove", place, ref };
    case "unsign":
      return { kind: "unreact", place, ref: order.on, sign: order.sign };
    case "line":
      return undefined;
  }
  return assertNever(order);
}

function asShown({ view, offer, said }: Shown, now: Instant) {
  return { view: withAge(view, said, now), tokenOf: tokensOf(view, offer) };
}

/** A line as a post in the thread under the message that it belongs to. */
function lineOf(platform: Platform, { order, place }: Job, under: PostedAt | undefined): Post | undefined {
  if (order.kind !== "line" || under === undefined) return undefined;
  const { key, shown } = order;
  const thread = platform.threadUnder(under);
  const { view, offer } = shown;
  return {
    kind: "post",
    key,
    place: { ...place, ...under.place, thread },
    replyTo: undefined,
    view,
    tokenOf: tokensOf(view, offer),
  };
}
