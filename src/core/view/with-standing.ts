import type { Escalation } from "../escalation/escalation.ts";
import { standingText } from "./incident-text.ts";
import { rich, strong } from "./rich.ts";
import type { Block, View } from "./view.ts";

/** A case's message that says, right below its heading, how the incident stands; `url` is the incident's own message. */
export function withStanding(view: View, escalation: Escalation, url: string | undefined): View {
  const [first, ...rest] = view.blocks;
  const link = url === undefined ? [] : [{ kind: "link", text: "Incident", url } as const];
  const text = rich(
    ...(url === undefined ? [strong("Incident")] : link),
    ` ${escalation.id} · `,
    standingText(escalation),
  );
  const standing: Block = { kind: "note", text };
  return { ...view, blocks: [first, standing, ...rest] };
}
