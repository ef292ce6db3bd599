import type { WebSocket } from "ws";
import { isObject, listOf, textOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { lean } from "../wire/lean.ts";
import { memberJson } from "../wire/user.ts";
import type { Gateway } from "./gateway.ts";
import { identify, INVALID, resume } from "./login.ts";
import type { Login } from "./login.ts";
import { CLOSE, GATEWAY_LIMITS, OP } from "./protocol.ts";
import { deliver } from "./session.ts";
import type { Link, Session } from "./session.ts";

/** One client on the line, from HELLO to its end. */
export function converse(gateway: Gateway, socket: WebSocket, query: URLSearchParams): void {
  const link = linkOf(socket, gateway.options.lean);
  if (gateway.refuses()) return link.cut();
  if (query.get("v") !== "10") return link.close(...CLOSE.invalidVersion);
  if (query.get("encoding") !== "json" || query.has("compress")) return link.close(...CLOSE.decodeError);
  const line: Line = { gateway, link, session: undefined, sent: [] };
  gateway.links.add(link);
  socket.on("message", (data) => {
    receive(line, Buffer.isBuffer(data) ? data.toString("utf8") : "");
    gateway.options.changed();
  });
  socket.on("close", (code) => hangUp(line, code));
  link.send({ op: OP.hello, d: { heartbeat_interval: gateway.options.heartbeatInterval, _trace: [] } });
}

type Line = { readonly gateway: Gateway; readonly link: Link; session: Session | undefined; readonly sent: number[] };

function linkOf(socket: WebSocket, isLean: boolean): Link {
  return {
    send: (frame) => {
      socket.send(JSON.stringify(isLean ? lean(frame) : frame));
      if (isLean && "s" in frame) socket.send(JSON.stringify({ ...frame, t: "SOMETHING_NEW", d: null }));
    },
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
    babble: () => socket.send("{ no JSON"),
  };
}

function receive(line: Line, text: string): void {
  const frame = parsed(text);
  if (frame === undefined || text.length > GATEWAY_LIMITS.payloadBytes) return line.link.close(...CLOSE.decodeError);
  if (tooFast(line)) return line.link.close(...CLOSE.rateLimited);
  const d = isObject(frame["d"]) ? frame["d"] : {};
  switch (frame["op"]) {
    case OP.heartbeat:
      return line.gateway.muted() ? undefined : line.link.send({ op: OP.ack });
    case OP.identify:
      return line.session === undefined
        ? settle(line, identify(line.gateway, line.link, d))
        : line.link.close(...CLOSE.alreadyAuthenticated);
    case OP.resume:
      return line.session === undefined
        ? settle(line, resume(line.gateway, line.link, d))
        : line.link.close(...CLOSE.alreadyAuthenticated);
    case OP.presence:
    case OP.voice:
      return line.session === undefined ? line.link.close(...CLOSE.notAuthenticated) : undefined;
    case OP.requestMembers:
      return line.session === undefined
        ? line.link.close(...CLOSE.notAuthenticated)
        : sendMembers(line.gateway, line.session, d);
    default:
      return line.link.close(...CLOSE.unknownOpcode);
  }
}

function settle(line: Line, login: Login): void {
  switch (login.kind) {
    case "session":
      line.session = login.session;
      return;
    case "closed": {
      const [code, reason] = CLOSE[login.why];
      return line.link.close(code, reason);
    }
    case "invalid":
      return line.link.send(INVALID);
  }
}

/** {@link https://discord.com/developers/docs/events/gateway#rate-limiting} */
function tooFast({ gateway, sent }: Line): boolean {
  const now = gateway.options.clock.now();
  while (sent[0] !== undefined && now - sent[0] >= GATEWAY_LIMITS.sendsPerMs) sent.shift();
  return sent.push(now) > GATEWAY_LIMITS.sends;
}

/** A client that says goodbye with 1000 or 1001 ends its session; any other end leaves it to be resumed. */
function hangUp({ gateway, link, session }: Line, code: number): void {
  gateway.links.delete(link);
  if (session !== undefined && session.link === link) session.link = undefined;
  if (session !== undefined && (code === 1000 || code === 1001)) gateway.sessions.delete(session.id);
  gateway.options.changed();
}

function sendMembers(gateway: Gateway, session: Session, d: JsonObject): void {
  const { world, bufferSize } = gateway.options;
  const guild = world.guilds.get(String(d["guild_id"]));
  const ids = [d["user_ids"] ?? []].flat().map(String);
  const query = textOf(d["query"]);
  const wanted = (guild?.members ?? []).filter((member) =>
    query === undefined ? ids.includes(member.user) : (world.users.get(member.user)?.name ?? "").startsWith(query),
  );
  const members = wanted.map((member) => memberJson(world, member));
  const missing = ids.filter((id) => !wanted.some((member) => member.user === id));
  const chunk = {
    guild_id: guild?.id,
    members,
    not_found: listOf(missing),
    chunk_index: 0,
    chunk_count: 1,
    nonce: d["nonce"],
  };
  deliver(session, "GUILD_MEMBERS_CHUNK", chunk, bufferSize);
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
