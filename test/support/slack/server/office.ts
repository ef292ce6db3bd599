import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, type Desk } from "../api/answer.ts";
import type { Clock } from "../clock.ts";
import { type Json } from "../json.ts";
import { Refusal } from "../world/refusal.ts";
import { FILES_AT } from "../world/wire.ts";
import { basicOf, readBody, tokenOf } from "./body.ts";
import type { Faults } from "./faults.ts";
import { fileReply } from "./files.ts";
import { json, type Reply, rateLimited, replyWith } from "./reply.ts";
import { respond } from "./respond.ts";

/** One call that came in, and how it ended. `error` is undefined when it went well. */
export type CallRecord = {
  readonly method: string;
  readonly args: Json;
  readonly error: string | undefined;
  readonly messages: readonly string[];
};

export type Office = {
  readonly clock: Clock;
  readonly desk: Desk;
  readonly faults: Faults;
  readonly record: (call: CallRecord) => void;
};

/** Everything that is reached over HTTP: the Web API, response_urls and files. */
export async function serve(office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://fake");
  const [, area = "", first = ""] = url.pathname.split("/");
  const body = await readBody(request, url.searchParams);
  const place = area === "api" ? first : area;
  const work = (): Reply => workFor(office, area, first, request, body);
  replyWith(response, work, office.faults.take(place === "respond" ? "response_url" : place), office.clock);
}

function workFor(office: Office, area: string, name: string, request: IncomingMessage, body: Json): Reply {
  if (area === "api") return apiReply(office, name, request, body);
  if (area === "respond") return responseUrlReply(office, name, body);
  if (area === "files") return fileReply(office, name, tokenOf(request, {}));
  return { status: 404, body: "not found" };
}

function apiReply(office: Office, method: string, request: IncomingMessage, body: Json): Reply {
  const raw = method === "oauth.v2.access" ? { ...body, ...basicOf(request) } : body;
  const answered = answer(office.desk, { method, token: tokenOf(request, body), raw });
  const { token: _, ...args } = raw;
  if (answered.kind === "rateLimited") {
    office.record({ method, args, error: "ratelimited", messages: [] });
    return rateLimited(answered.retryAfter);
  }
  const refusal = answered.kind === "refused" ? answered : { error: undefined, messages: [] };
  office.record({ method, args, error: refusal.error, messages: refusal.messages });
  const scopes = office.desk.world.tokens.get(tokenOf(request, body) ?? "")?.scopes.join(",");
  return finished(json(answered.body), office.desk.origin, scopes);
}

/** Slack names a token's scopes in a header of every answer. */
function finished(reply: Reply, origin: string, scopes: string | undefined): Reply {
  const headers = scopes === undefined ? {} : { "X-OAuth-Scopes": scopes };
  return { ...reply, headers: { ...reply.headers, ...headers }, body: String(reply.body).replaceAll(FILES_AT, origin) };
}

/** Expired and used-up addresses are gone (404); what Slack cannot show is the caller's fault (400). */
function responseUrlReply(office: Office, id: string, body: Json): Reply {
  const { world, publish, now } = office.desk;
  try {
    respond({ world, publish, now: now() }, id, body);
    office.record({ method: "response_url", args: body, error: undefined, messages: [] });
    return { status: 200, body: "ok" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    office.record({ method: "response_url", args: body, error: error.code, messages: error.messages });
    const status = error.code.endsWith("_url") ? 404 : 400;
    return { ...json({ ok: false, error: error.code, response_metadata: { messages: error.messages } }), status };
  }
}
