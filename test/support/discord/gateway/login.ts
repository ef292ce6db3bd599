import { isObject, listOf, numberOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { guildCreateJson } from "../wire/guild.ts";
import { userJson } from "../wire/user.ts";
import { INTENTS } from "../world/dispatch.ts";
import { sessionStarts } from "./gateway.ts";
import type { Gateway } from "./gateway.ts";
import { CLOSE, GATEWAY_LIMITS, OP } from "./protocol.ts";
import { deliver, hasIntent, missedSince, shardOf } from "./session.ts";
import type { Link, Session } from "./session.ts";

/** How an attempt to log in ends; `invalid` is op 9. */
export type Login =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "closed"; readonly why: keyof typeof CLOSE }
  | { readonly kind: "invalid" };

const ALL_INTENTS = (1 << 26) - 1;
let sessionsMade = 0;

/** {@link https://discord.com/developers/docs/events/gateway#identifying} */
export function identify(gateway: Gateway, link: Link, d: JsonObject): Login {
  const why = objection(gateway, d);
  if (why !== undefined) return { kind: "closed", why };
  if (startedJustNow(gateway) >= gateway.options.concurrency) return { kind: "invalid" };
  gateway.starts.push({ at: gateway.options.clock.now() });
  gateway.counts.identified += 1;
  const session: Session = {
    id: newSessionId(),
    intents: numberOf(d["intents"], 0),
    shard: shardIn(d),
    sequence: 0,
    buffer: [],
    link,
  };
  gateway.sessions.set(session.id, session);
  welcome(gateway, session);
  return { kind: "session", session };
}

/** {@link https://discord.com/developers/docs/events/gateway#resuming} */
export function resume(gateway: Gateway, link: Link, d: JsonObject): Login {
  if (d["token"] !== gateway.options.token()) return { kind: "closed", why: "authenticationFailed" };
  const session = gateway.sessions.get(String(d["session_id"]));
  if (session === undefined || gateway.deniesResume()) return forgotten(gateway, session);
  const sequence = numberOf(d["seq"], 0);
  if (sequence > session.sequence) return { kind: "closed", why: "invalidSequence" };
  const missed = missedSince(session, sequence);
  if (missed === undefined) return forgotten(gateway, session);
  gateway.counts.resumed += 1;
  session.link?.cut();
  session.link = link;
  for (const frame of missed) link.send(frame);
  deliver(session, "RESUMED", {}, gateway.options.bufferSize);
  return { kind: "session", session };
}

/** The day's IDENTIFYs used up: every session ends and the token is reset. */
function objection(gateway: Gateway, d: JsonObject): keyof typeof CLOSE | undefined {
  const { options } = gateway;
  if (d["token"] !== options.token()) return "authenticationFailed";
  if (sessionStarts(gateway).remaining === 0) {
    options.resetToken();
    gateway.close(...CLOSE.authenticationFailed);
    return "authenticationFailed";
  }
  const [shard, count] = shardIn(d);
  if (shard < 0 || shard >= count) return "invalidShard";
  if (options.world.guilds.size / count > GATEWAY_LIMITS.guilds) return "shardingRequired";
  return intentObjection(gateway, d["intents"]);
}

function intentObjection({ options }: Gateway, intents: unknown): "invalidIntents" | "disallowedIntents" | undefined {
  if (typeof intents !== "number" || (intents & ~ALL_INTENTS) !== 0) return "invalidIntents";
  const { messageContent, members, presences } = options.granted;
  const forbidden =
    (messageContent ? 0 : INTENTS.messageContent) |
    (members ? 0 : INTENTS.guildMembers) |
    (presences ? 0 : INTENTS.guildPresences);
  return (intents & forbidden) === 0 ? undefined : "disallowedIntents";
}

function startedJustNow({ options, starts }: Gateway): number {
  return starts.filter((start) => options.clock.now() - start.at < GATEWAY_LIMITS.identifyPerMs).length;
}

function welcome(gateway: Gateway, session: Session): void {
  const { world, bufferSize, resumeUrl } = gateway.options;
  const guilds = [...world.guilds.values()].filter((guild) => shardOf(guild.id, session.shard[1]) === session.shard[0]);
  const ready = {
    v: 10,
    user: { ...userJson(world.bot), verified: true, mfa_enabled: true },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl(),
    shard: session.shard,
    application: { id: world.applicationId, flags: world.seesContent ? 1 << 19 : 0 },
  };
  deliver(session, "READY", ready, bufferSize);
  if (!hasIntent(session, "guilds")) return;
  for (const guild of guilds)
    deliver(session, "GUILD_CREATE", guildCreateJson(world, guild, hasIntent(session, "guildMembers")), bufferSize);
}

function forgotten(gateway: Gateway, session: Session | undefined): Login {
  if (session !== undefined) gateway.sessions.delete(session.id);
  return { kind: "invalid" };
}

function shardIn(d: JsonObject): readonly [number, number] {
  const [shard, count] = isObject(d) ? listOf(d["shard"]) : [];
  return [numberOf(shard, 0), numberOf(count, 1)];
}

function newSessionId(): string {
  sessionsMade += 1;
  return `session-${sessionsMade}`;
}

export const INVALID = { op: OP.invalidSession, d: false } as const;
