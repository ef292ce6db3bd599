import { assertNever } from "../../../../src/core/brand.ts";
import type { VirtualClock } from "../clock.ts";
import type { Fault } from "./faults.ts";
import { htmlReply } from "./reply.ts";
import type { Answer } from "./reply.ts";

/** What is answered instead of doing the call; `reset` breaks the connection, undefined lets it happen. */
export function beforeEffect(fault: Fault): Answer | "reset" | undefined {
  switch (fault.kind) {
    case "rateLimited":
      return limited(fault);
    case "http5xx":
      return fault.after === true ? undefined : htmlReply(fault.status ?? 503);
    case "htmlBody":
      return htmlReply(fault.status ?? 429);
    case "api":
      return { status: fault.status, json: { code: fault.code, message: fault.message }, headers: {} };
    case "resetBefore":
      return "reset";
    case "slow":
    case "hang":
    case "resetAfter":
      return undefined;
    default:
      return assertNever(fault);
  }
}

/** What becomes of the answer once the call has taken effect; `silence` keeps the connection open without a word. */
export async function afterEffect(
  fault: Fault,
  clock: VirtualClock,
  answer: Answer,
): Promise<Answer | "reset" | "silence"> {
  switch (fault.kind) {
    case "slow":
      await new Promise<void>((resolve) => void clock.after(fault.ms, resolve));
      return answer;
    case "http5xx":
      return htmlReply(fault.status ?? 503);
    case "resetAfter":
      return "reset";
    case "hang":
      return "silence";
    case "rateLimited":
    case "htmlBody":
    case "resetBefore":
    case "api":
      return answer;
    default:
      return assertNever(fault);
  }
}

function limited({ retryAfter, global = false }: Extract<Fault, { readonly kind: "rateLimited" }>): Answer {
  const wait = retryAfter === undefined ? {} : { retry_after: retryAfter };
  return {
    status: 429,
    json: { message: "You are being rate limited.", global, ...wait },
    headers: {
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      "X-RateLimit-Scope": global ? "global" : "user",
      ...(global ? { "X-RateLimit-Global": "true" } : {}),
    },
  };
}
