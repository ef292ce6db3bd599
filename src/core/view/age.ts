import type { Instant } from "../resolution/responder.ts";
import { note } from "./rich.ts";
import type { View } from "./view.ts";
import { ago } from "./when.ts";

/** Milliseconds; who is answered sooner knows what it is about. */
const LATE = 2 * 60_000;

/** Says how old it is what is answered, where that took a while: the bot was away, or the platform was. */
export function withAge(view: View, said: Instant | undefined, now: Instant): View {
  if (said === undefined || now - said < LATE) return view;
  const [first, ...rest] = view.blocks;
  return { ...view, blocks: [first, note(`In answer to what was said ${ago(said, now)}.`), ...rest] };
}
