import type { Delivery, MessageRef, Platform, Post, TokenOf } from "../../src/app/platform.ts";
import { writeAction } from "../../src/core/resolution/token.ts";
import type { PlatformDriver } from "./platform.contract.ts";
import { aView } from "./views.ts";

/** The action itself, so that a test sees which button it was. */
export const tokenOf: TokenOf = (action) => writeAction(action).slice(0, 40);

export function aPost(
  on: PlatformDriver,
  facts: Partial<Extract<Post, { kind: "post" }>>,
): Extract<Post, { kind: "post" }> {
  return { kind: "post", key: "key", place: on.place, view: aView("Words"), tokenOf, replyTo: undefined, ...facts };
}

export function refOf(sent: Awaited<ReturnType<Platform["send"]>>): MessageRef {
  if (sent.kind === "sent" && sent.ref !== undefined) return sent.ref;
  throw new Error(`Expected a message, but it says ${JSON.stringify(sent)}.`);
}

export function delivery(on: PlatformDriver, kind: Delivery["event"]["kind"]): Promise<Delivery> {
  return on.until(() => on.deliveries().find(({ event }) => event.kind === kind), `a delivery: ${kind}`);
}
