import { redact } from "../core/redaction/redact.ts";
import type { Delivery, PlatformEvent } from "./platform.ts";

/** Letters of a text that are kept; matching reads less, and nobody reads more. */
const HEAD = 80_000;
const TAIL = 20_000;

/** So much more is looked at, so that no secret is known only by a half that the cut left over. No key is longer. */
const MARGIN = 4_000;

/** A delivery as it may be kept: recognised secrets are taken out of everything a person wrote. */
export function withoutSecrets(delivery: Delivery): Delivery {
  const { by, event, channelName } = delivery;
  const named = channelName === undefined ? {} : { channelName: redact(channelName).text };
  return { ...delivery, ...named, by: { ...by, name: redact(by.name).text }, event: cleaned(event) };
}

function cleaned(event: PlatformEvent): PlatformEvent {
  if (event.kind === "clicked") return event.typed === undefined ? event : { ...event, typed: safeText(event.typed) };
  return "text" in event ? { ...event, text: safeText(event.text) } : event;
}

/** A text as it may be kept: without recognised secrets, and of a very long one the beginning and the end. */
export function safeText(text: string): string {
  if (text.length <= HEAD + TAIL + 2 * MARGIN) return redact(text).text;
  const head = redact(text.slice(0, HEAD + MARGIN)).text.slice(0, HEAD);
  const tail = redact(text.slice(-TAIL - MARGIN)).text.slice(-TAIL);
  return `${head}\n${tail}`;
}
