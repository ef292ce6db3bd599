import type { IncomingMessage, ServerResponse } from "node:http";
import type { VirtualClock } from "../clock.ts";
import { lean } from "../wire/lean.ts";
import type { World } from "../world/world.ts";
import { rawBody, readBody } from "./body.ts";
import type { GatewayInfo, Reply, Upload } from "./call.ts";
import { ApiError, API_ERRORS } from "./errors.ts";
import type { Fault, Faults } from "./faults.ts";
import { problemLines } from "./log.ts";
import type { CallRecord, Rejection } from "./log.ts";
import { afterEffect, beforeEffect } from "./faulty.ts";
import type { Counted, Rates } from "./rates.ts";
import { bannedReply, errorReply, limitedReply, rateHeaders, send } from "./reply.ts";
import type { Answer } from "./reply.ts";
import { nameOf, routerOf } from "./router.ts";
import type { Routed } from "./router.ts";
import { ROUTES } from "./routes.ts";

export type RestOptions = {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly gateway: GatewayInfo;
  readonly rates: Rates;
  readonly faults: Faults;
  /** See `DiscordOptions.lean`. */
  readonly lean: boolean;
  readonly token: () => string;
  readonly calls: CallRecord[];
  readonly rejections: Rejection[];
  /** Called after every call that may have changed the world. */
  readonly changed: () => void;
  /** Called with every call, which is under way until it is answered. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
};

type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly files: readonly Upload[];
};

const route = routerOf(ROUTES);

/** Discord's REST API, version 10, for an HTTP server. */
export function restHandler(options: RestOptions): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    // A client that goes away in the middle of its request has nobody to answer to.
    options.during(serve(options, request, response)).catch(() => response.destroy());
  };
}

async function serve(options: RestOptions, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  const routed = route(request.method, pathOf(request.path));
  const name = routed.kind === "found" ? nameOf(routed.route) : `${request.method} ${request.path}`;
  const fault = options.faults.take(name);
  const log = logging(options, request, name, fault);
  const answer = await outcome(options, fault, () => perform(options, request, routed, log));
  if (answer === "reset") response.destroy();
  if (answer === "reset" || answer === "silence") return;
  log.answered(answer.status);
  send(response, answer);
  options.changed();
}

type Outcome = Answer | "reset" | "silence";

async function outcome(options: RestOptions, fault: Fault | undefined, doIt: () => Answer): Promise<Outcome> {
  const instead = fault === undefined ? undefined : beforeEffect(fault);
  if (instead !== undefined) return instead;
  const answer = doIt();
  options.changed();
  return fault === undefined ? answer : await afterEffect(fault, options.clock, answer);
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? "/", "http://discord");
  const raw = await rawBody(incoming);
  const type = incoming.headers["content-type"] ?? "";
  const { json, files } = await readBody(raw, type).catch(() => ({ json: BROKEN, files: [] }));
  const { pathname: path, searchParams: query } = url;
  return {
    method: incoming.method ?? "GET",
    path,
    query,
    authorization: incoming.headers.authorization,
    body: json,
    files,
  };
}

/** Stands for a body that is no JSON. */
const BROKEN = Symbol("broken");

type Log = { readonly answered: (status: number) => void; readonly refused: (error: ApiError) => void };

function logging(options: RestOptions, request: Request, name: string, fault: Fault | undefined): Log {
  const { path, body } = request;
  const record = { at: options.clock.now(), route: name, path, body, status: undefined, fault: fault?.kind };
  const index = options.calls.push(record) - 1;
  return {
    answered: (status) => void (options.calls[index] = { ...record, status }),
    refused: ({ status, code, message, problems }) =>
      void options.rejections.push({
        at: record.at,
        route: name,
        path,
        body,
        status,
        code,
        message,
        problems: problemLines(problems),
      }),
  };
}

/** Counts the call, then does it. */
function perform(options: RestOptions, request: Request, routed: Routed, log: Log): Answer {
  const isOpen = routed.kind === "found" && routed.route.open === true;
  const params = routed.kind === "found" ? routed.params : {};
  const counted = options.rates.count(routed.kind === "found" ? nameOf(routed.route) : "", params, isOpen);
  if (counted.kind !== "within") return overRate(options, counted, log);
  const answer = answered(options, request, routed, log);
  if (answer.status === 401 || answer.status === 403) options.rates.countInvalid();
  if (options.lean) return "json" in answer ? { ...answer, json: lean(answer.json) } : answer;
  return { ...answer, headers: { ...answer.headers, ...rateHeaders(counted.standing) } };
}

function overRate(options: RestOptions, counted: Exclude<Counted, { readonly kind: "within" }>, log: Log): Answer {
  options.rates.countInvalid();
  log.refused(new ApiError(429, 0, counted.kind === "banned" ? "Banned by Cloudflare" : "You are being rate limited."));
  return counted.kind === "banned" ? bannedReply(counted.retryAfter) : limitedReply(counted);
}

function answered(options: RestOptions, request: Request, routed: Routed, log: Log): Answer {
  try {
    return { ...handled(options, request, routed), headers: {} };
  } catch (error) {
    // A mistake of the fake itself must be seen, not taken for Discord's silence.
    const known = error instanceof ApiError ? error : new ApiError(500, 0, `The fake Discord failed: ${String(error)}`);
    log.refused(known);
    return errorReply(known);
  }
}

function handled(options: RestOptions, request: Request, routed: Routed): Reply {
  const { world, clock, gateway } = options;
  needVersion(request.path);
  if (options.lean && LACKING.test(request.path)) throw errorNamed("notFound");
  if (routed.kind !== "found") throw errorNamed(routed.kind === "unknown" ? "notFound" : "methodNotAllowed");
  if (routed.route.open !== true && request.authorization !== `Bot ${options.token()}`)
    throw errorNamed("unauthorized");
  if (request.body === BROKEN) throw errorNamed("invalidJson");
  const { query, body, files } = request;
  return routed.route.handle({ world, clock, at: clock.now(), gateway, params: routed.params, query, body, files });
}

/** What a lean server does not have. */
const LACKING = /\/threads$|\/reactions\//;

function errorNamed(name: keyof typeof API_ERRORS): ApiError {
  const [status, code, message] = API_ERRORS[name];
  return new ApiError(status, code, message);
}

function needVersion(path: string): void {
  if (path.startsWith("/api/") && !path.startsWith("/api/v10/")) throw errorNamed("invalidVersion");
}

/** `/api/v10/channels/1` names `/channels/1`; attachments live beside the API. */
function pathOf(path: string): string {
  return path.replace(/^\/api(?:\/v\d+)?(?=\/)/, "");
}
