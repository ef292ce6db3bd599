import type { VirtualClock } from "../clock.ts";
import type { World } from "../world/world.ts";
import { delivery } from "./delivery.ts";
import type { Delivery, DeliveryFaults } from "./delivery.ts";
import { CLOSE, GATEWAY_LIMITS, OP } from "./protocol.ts";
import { deliver, heard } from "./session.ts";
import type { Link, Session } from "./session.ts";

export type GatewayOptions = {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly token: () => string;
  /** Called when a day's IDENTIFYs are used up: Discord then resets the token. */
  readonly resetToken: () => void;
  readonly granted: { readonly messageContent: boolean; readonly members: boolean; readonly presences: boolean };
  /** Milliseconds. */
  readonly heartbeatInterval: number;
  /** How many dispatches are kept for a RESUME. */
  readonly bufferSize: number;
  readonly identifyLimit: number;
  readonly concurrency: number;
  /** See `DiscordOptions.lean`. */
  readonly lean: boolean;
  /** Where clients resume. */
  readonly resumeUrl: () => string;
  /** Called when a client came, resumed or went. */
  readonly changed: () => void;
};

/** The gateway's state, shared by its connections, and what tests can do to it. */
export type Gateway = GatewayFaults & {
  readonly options: GatewayOptions;
  readonly sessions: Map<string, Session>;
  readonly links: Set<Link>;
  readonly muted: () => boolean;
  readonly refuses: () => boolean;
  /** Counts down the resumes to deny. */
  readonly deniesResume: () => boolean;
  readonly starts: { at: number }[];
  /** How often clients identified and resumed so far. */
  readonly counts: { identified: number; resumed: number };
  /** Hands on what the world has to tell. */
  readonly flush: () => void;
};

export type GatewayFaults = DeliveryFaults & {
  /** Breaks every connection without a close frame. */
  readonly drop: () => void;
  /** Closes every connection with a code, such as 4009. With 4004 and 4014 clients give up. */
  readonly close: (code: number, reason?: string) => void;
  /** Op 7: please reconnect and resume. */
  readonly reconnect: () => void;
  /** Op 9: the session is invalid. A client may try to resume it only if told so. */
  readonly invalidate: (resumable: boolean) => void;
  /** Heartbeats go unanswered from now on: a zombie connection. */
  readonly muteAcks: (muted: boolean) => void;
  /** The next `times` RESUMEs are answered with an invalid session. */
  readonly denyResume: (times?: number) => void;
  /** New connections are cut at once, until told otherwise. */
  readonly refuse: (refused: boolean) => void;
  /** Sends every client something that is no JSON. */
  readonly babble: () => void;
};

export function gateway(options: GatewayOptions): Gateway {
  const sessions = new Map<string, Session>();
  const links = new Set<Link>();
  const flow = delivery(options.clock, (dispatch) => {
    for (const session of sessions.values()) {
      const d = heard(session, dispatch);
      if (d !== undefined) deliver(session, dispatch.t, d, options.bufferSize);
    }
  });
  return {
    ...flow,
    ...controls(sessions, links),
    options,
    sessions,
    links,
    starts: [],
    counts: { identified: 0, resumed: 0 },
    flush: () => flushed(options.world, flow),
  };
}

/** What is left of the day's session starts. */
export function sessionStarts({ options, starts }: Gateway) {
  const now = options.clock.now();
  const today = starts.filter((start) => now - start.at < GATEWAY_LIMITS.dayMs);
  const resetAfter = today[0] === undefined ? 0 : today[0].at + GATEWAY_LIMITS.dayMs - now;
  const remaining = Math.max(0, options.identifyLimit - today.length);
  return { total: options.identifyLimit, remaining, resetAfter, concurrency: options.concurrency };
}

function flushed(world: World, flow: Delivery): void {
  for (const dispatch of world.dispatches.splice(0)) flow.send(dispatch);
}

function controls(sessions: Map<string, Session>, links: Set<Link>) {
  let muted = false;
  let refused = false;
  let denied = 0;
  const toAll = (frame: object): void => {
    for (const link of links) link.send(frame);
  };
  return {
    muted: () => muted,
    refuses: () => refused,
    deniesResume: () => {
      denied -= 1;
      return denied >= 0;
    },
    drop: () => {
      for (const link of links) link.cut();
    },
    close: (code: number, reason = "") => {
      if (code === CLOSE.sessionTimedOut[0]) sessions.clear();
      for (const link of links) link.close(code, reason);
    },
    reconnect: () => toAll({ op: OP.reconnect, d: null }),
    invalidate: (resumable: boolean) => {
      if (!resumable) sessions.clear();
      toAll({ op: OP.invalidSession, d: resumable });
    },
    muteAcks: (on: boolean) => void (muted = on),
    denyResume: (times = 1) => void (denied = times),
    refuse: (on: boolean) => void (refused = on),
    babble: () => {
      for (const link of links) link.babble();
    },
  };
}
