import type { Instant } from "../../src/core/resolution/responder.ts";
import { note } from "../../src/core/view/rich.ts";
import type { View } from "../../src/core/view/view.ts";
import { ago } from "../../src/core/view/when.ts";
import { bornAt, isSnowflake } from "./ref.ts";

/** Milliseconds; who is answered sooner knows what it is about. */
const LATE = 2 * 60_000;

/** Says how old the message is that is answered, where that took a while: the bot was away, or Discord was. */
export function withAge(view: View, replyTo: string | undefined, now: Instant): View {
  if (replyTo === undefined || !isSnowflake(replyTo) || now - bornAt(replyTo) < LATE) return view;
  const [first, ...rest] = view.blocks;
  return { ...view, blocks: [first, note(`In answer to what was said ${ago(bornAt(replyTo), now)}.`), ...rest] };
}
