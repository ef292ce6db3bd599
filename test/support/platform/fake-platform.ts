import type { Clock } from "../../../src/app/clock.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";
import type { Intake, MessageRef, Platform, PlatformName, Post, Sent } from "../../../src/app/platform.ts";
import { emptyWall, toWire, type Wall, type WirePost } from "./visible.ts";

/** What goes wrong with one thing that is sent. `after`: it is done all the same. */
export type Fault =
  | { readonly kind: "later"; readonly after: number | undefined }
  | { readonly kind: "impossible"; readonly why: string; readonly advice: string }
  | { readonly kind: "doubtful" | "throws" | "hangs"; readonly when: "before" | "after" };

/** A chat system that keeps all that can be seen of it. */
export type FakePlatform = {
  readonly platform: Platform;
  readonly wall: Wall;
  /** Asked before everything that is sent. */
  readonly misbehave: (fault: (post: WirePost) => Fault | undefined) => void;
  /** What `find` answers instead of the truth. */
  readonly refuseLookUps: (isRefusing: boolean) => void;
  /** How often it was called so far. */
  readonly calls: () => number;
  /** From now on people talk to this bot, by this clock. */
  readonly connect: (intake: Intake, clock: Pick<Clock, "now">) => void;
  readonly now: () => Instant;
  readonly intake: () => Intake;
};

export function fakePlatform(name: PlatformName = "slack"): FakePlatform {
  const wall = emptyWall();
  let faultOf: ((post: WirePost) => Fault | undefined) | undefined;
  let isRefusing = false;
  let connected: Intake | undefined;
  let clock: Pick<Clock, "now"> = { now: () => instant(0) };
  const find = async ({ key }: Extract<Post, { kind: "post" }>): Promise<MessageRef | "absent" | "unknown"> => {
    if (isRefusing) return "unknown";
    const message = wall.byKey(key);
    return message === undefined ? "absent" : { channel: message.channel, message: message.id };
  };
  let calls = 0;
  const send = async (post: Post): Promise<Sent> => {
    const wired = toWire(post);
    calls++;
    return receive(wall, wired, faultOf?.(wired));
  };
  return {
    wall,
    platform: {
      name,
      prefix: "/kms ",
      send,
      find,
      linkTo: (_, { channel, message }) => `https://chat.example/${channel}/${message}`,
      threadUnder: ({ place, replyTo, ref }) => place.thread ?? replyTo ?? ref.message,
    },
    misbehave: (fault) => (faultOf = fault),
    refuseLookUps: (refusing) => (isRefusing = refusing),
    calls: () => calls,
    connect: (intake, by) => {
      connected = intake;
      clock = by;
    },
    now: () => clock.now(),
    intake: () => {
      if (connected === undefined) throw new Error("Expected a bot to be connected. Call connect(bot.intake).");
      return connected;
    },
  };
}

/** What a platform says to one thing that is sent to it. */
async function receive(wall: Wall, post: WirePost, fault: Fault | undefined): Promise<Sent> {
  if (fault === undefined) return { kind: "sent", ref: wall.apply(post) };
  if (fault.kind === "later") return { ...fault, why: "429" };
  if (fault.kind === "impossible") return fault;
  if (fault.when === "after") wall.apply(post);
  if (fault.kind === "throws") throw new Error("socket hang up");
  if (fault.kind === "hangs") return new Promise(() => {});
  return { kind: "doubtful", why: "connection reset" };
}
