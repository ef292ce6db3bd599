import type { Escalation } from "../escalation/escalation.ts";
import type { HandOff } from "../escalation/hand-off.ts";
import { handOffBlocks } from "./hand-off-view.ts";
import { type Choices, incidentButtons } from "./incident-buttons.ts";
import { incidentEntryNote, incidentTitle, standingText } from "./incident-text.ts";
import { heading, paragraph, strong } from "./rich.ts";
import type { View } from "./view.ts";

/** How many lines of history are shown, the latest. */
const MOST_ENTRIES = 5;

/** What an incident's message knows besides the incident. */
export type IncidentScene = {
  readonly packet: HandOff;
  readonly choices: Choices;
};

/** The one message of an incident: how it stands, whom it waits for, the hand-off packet, and what can be done. */
export function incidentView(escalation: Escalation, { packet, choices }: IncidentScene): View {
  const title = incidentTitle(escalation);
  const standing = standingText(escalation);
  return {
    blocks: [
      heading(title),
      paragraph(strong(standing)),
      ...handOffBlocks(packet),
      ...escalation.timeline.slice(-MOST_ENTRIES).map(incidentEntryNote),
      ...incidentButtons(escalation, choices),
    ],
    fallback: `${title}: ${standing}`,
  };
}
