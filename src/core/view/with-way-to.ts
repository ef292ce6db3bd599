import { rich } from "./rich.ts";
import type { View } from "./view.ts";

/** What the way to an incident is called. */
export const TO_INCIDENT = "Go to the incident";

/** A word about an incident, with the way to its message behind it. */
export function withWayTo(view: View, url: string): View {
  const [first, ...rest] = view.blocks;
  if (first.kind !== "paragraph") return view;
  const text = rich(...first.text, " ", { kind: "link", text: TO_INCIDENT, url });
  return { ...view, blocks: [{ kind: "paragraph", text }, ...rest] };
}
