import { type Json, stringAt } from "../json.ts";
import { orRefuse, Refusal, refuse } from "../world/refusal.ts";
import type { Token, World } from "../world/world.ts";
import { readArguments } from "./arguments.ts";
import type { Call, Method } from "./method.ts";
import { METHODS } from "./methods.ts";
import { type Limiter, RATES, type Rate } from "./rates.ts";

/** A call as it came in: nothing is checked yet. */
export type Request = {
  readonly method: string;
  readonly token: string | undefined;
  readonly raw: Json;
};

export type Answer =
  | { readonly kind: "ok"; readonly body: Json }
  | { readonly kind: "refused"; readonly error: string; readonly messages: readonly string[]; readonly body: Json }
  | { readonly kind: "rateLimited"; readonly retryAfter: number };

export type Desk = Omit<Call, "token" | "args" | "now"> & {
  readonly now: () => number;
  readonly limit: Limiter;
  /** A method's own rate, where a test wants another one than its tier's. */
  readonly rates: { readonly [method: string]: Rate };
};

/** In Slack's order: the token, the rate, the kind of token and its scopes, the arguments, then the matter itself. */
export function answer(desk: Desk, request: Request): Answer {
  try {
    const method = METHODS.get(request.method) ?? refuse("unknown_method", [], { req_method: request.method });
    const token = method.tokens.includes("none") ? NOBODY : checkedToken(desk.world, request.token, desk.now());
    const retryAfter = waitFor(desk, request, method, token);
    if (retryAfter > 0) return { kind: "rateLimited", retryAfter };
    checkAllowed(method, token);
    const args = readArguments(method.args, request.raw);
    const body = method.run({ ...desk, now: desk.now(), token, args });
    return { kind: "ok", body: { ok: true, ...body } };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function refused({ code, messages, extra }: Refusal): Answer {
  const metadata = messages.length > 0 ? { response_metadata: { messages } } : {};
  return { kind: "refused", error: code, messages, body: { ok: false, error: code, ...extra, ...metadata } };
}

/** Stands in where no token is asked for. */
const NOBODY: Token = {
  value: "",
  kind: "app",
  team: "",
  user: "",
  scopes: [],
  revoked: false,
  expiresAt: undefined,
  refreshToken: undefined,
};

export function checkedToken(world: World, value: string | undefined, now: number): Token {
  const token = orRefuse(world.tokens.get(orRefuse(value, "not_authed")), "invalid_auth");
  if (token.revoked) refuse("token_revoked");
  if (token.expiresAt !== undefined && now > token.expiresAt) refuse("token_expired");
  return token;
}

function checkAllowed(method: Method, token: Token): void {
  const kinds: readonly string[] = method.tokens;
  if (!kinds.includes("none") && !kinds.includes(token.kind)) refuse("not_allowed_token_type");
  const needed = method.scopes.find((scope) => !token.scopes.includes(scope));
  if (needed !== undefined && token !== NOBODY)
    refuse("missing_scope", [], { needed, provided: token.scopes.join(",") });
}

function waitFor(desk: Desk, request: Request, method: Method, token: Token): number {
  if (method.tier === "free") return 0;
  const rate = desk.rates[request.method] ?? RATES[method.tier];
  const place = method.tier === "posts" ? (stringAt(request.raw, "channel") ?? "") : "";
  return desk.limit(`${token.team} ${request.method} ${place}`, rate);
}
