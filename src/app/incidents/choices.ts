import { isClosed } from "../../core/escalation/escalation.ts";
import type { Choices } from "../../core/view/incident-buttons.ts";
import { shortened } from "../../core/view/rich.ts";
import type { Desk } from "../events/scene.ts";
import type { Incident } from "./incident.ts";

/** More are not offered: a menu is read on a phone. */
const MOST = 3;

/** Room for a name in a button (UTF-16 units). */
const LONGEST = 40;

/** The other open incidents it may be part of, and the places it can be without: not the one it began in. */
export async function choicesFor({ tx, tenant }: Desk, { escalation }: Incident): Promise<Choices> {
  if (isClosed(escalation)) return { others: [], places: [] };
  const open = await tx.incidents(tenant).open(MOST + 1);
  const others = open.filter((other) => other.escalation.id !== escalation.id).slice(0, MOST);
  return {
    others: others.map(({ escalation: { id, fingerprint, title = fingerprint } }) => ({
      id,
      title: shortened(title, LONGEST),
    })),
    places: escalation.places
      .slice(1, MOST + 1)
      .map(({ place }, index, { length }) => ({ place, name: length === 1 ? "the other channel" : COUNTED[index]! })),
  };
}

/** A button cannot show a channel's name, and its id says nothing to anybody: they are counted as they stand under “Seen”. */
const COUNTED = ["the second channel", "the third channel", "the fourth channel"] as const;
