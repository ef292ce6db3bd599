import type { Escalation } from "../escalation/escalation.ts";
import { isClosed } from "../escalation/escalation.ts";
import type { HandOff } from "../escalation/hand-off.ts";
import { directButtons } from "./incident-buttons.ts";
import { incidentTitle, standingText } from "./incident-text.ts";
import { heading, note, paragraph, strong } from "./rich.ts";
import type { Block, View } from "./view.ts";

/** What somebody who is called reads on a locked phone: what it is, how it stands, what is next, where it is worked on. */
export function directView(escalation: Escalation, packet: HandOff, url: string | undefined): View {
  const title = incidentTitle(escalation);
  const standing = standingText(escalation);
  const { reason } = escalation;
  return {
    blocks: [
      heading(title),
      paragraph(strong(standing)),
      ...(reason === "" ? [] : [note(`Asked for by ${escalation.opened.by.name}: “${reason}”`)]),
      ...(isClosed(escalation) ? [] : [paragraph(strong("Next: "), packet.next)]),
      ...threadNotes(url),
      ...directButtons(escalation),
    ],
    fallback: `${title}: ${standing}`,
  };
}

function threadNotes(url: string | undefined): readonly Block[] {
  return url === undefined
    ? []
    : [{ kind: "note", text: [{ kind: "link", text: "Everything is in this thread", url }] }];
}
