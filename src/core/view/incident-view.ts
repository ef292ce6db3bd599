import { type Escalation, isClosed } from "../escalation/escalation.ts";
import { type HandOff, INCIDENT_LINK } from "../escalation/hand-off.ts";
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
      ...handOffBlocks(aboutItself(escalation, packet)),
      ...escalation.timeline.slice(-MOST_ENTRIES).map(incidentEntryNote),
      ...incidentButtons(escalation, choices),
    ],
    fallback: `${title}: ${standing}`,
  };
}

/** Its own message needs no link to itself, and when it is over, nothing is next. */
function aboutItself(escalation: Escalation, packet: HandOff): HandOff {
  const links = packet.links.filter(({ title }) => title !== INCIDENT_LINK);
  return { ...packet, links, next: isClosed(escalation) ? "" : packet.next };
}
