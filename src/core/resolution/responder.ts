import type { Brand } from "../brand.ts";
import type { Origin } from "./origin.ts";

/** A person who works on a case. `id` is the platform's own id, the only thing that may be used to address them. */
export type Responder = { readonly id: string; readonly name: string };

/** A point in time: milliseconds since 1970-01-01T00:00Z. The core is given it, and never asks a clock. */
export type Instant = Brand<number, "Instant">;

/** The instant so many milliseconds after 1970-01-01T00:00Z; throws where that is no number of milliseconds. */
export function instant(milliseconds: number): Instant {
  if (isInstant(milliseconds)) return milliseconds;
  throw new Error(`Cannot tell the time: ${milliseconds} is no number of milliseconds. Pass what Date.now() says.`);
}

function isInstant(milliseconds: number): milliseconds is Instant {
  return Number.isSafeInteger(milliseconds);
}

/** Who did something, when, and from where, as far as that is known: an earlier release did not keep where. */
export type Deed = { readonly by: Responder; readonly at: Instant; readonly from?: Origin | undefined };
