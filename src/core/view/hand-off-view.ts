import type { HandOff } from "../escalation/hand-off.ts";
import type { Instant } from "../resolution/responder.ts";
import { bullets, code, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { Block, View } from "./view.ts";
import { ago } from "./when.ts";

/** The hand-off packet as a message of its own, for somebody who comes late. */
export function handOffView(packet: HandOff, now: Instant): View {
  return {
    blocks: [heading("Where we are"), ...handOffBlocks(packet, now)],
    fallback: `Where we are: ${packet.fingerprint}`,
  };
}

/** The packet within another message; at most a screen. */
export function handOffBlocks(packet: HandOff, now: Instant): readonly Block[] {
  const { fingerprint, reason, seen, asked, candidates, steps, earlierSteps, ruledOut, next, links } = packet;
  return [
    paragraph(strong("Error: "), code(fingerprint)),
    ...(asked === undefined
      ? []
      : [note(`Asked for by ${asked.by}, ${ago(asked.at, now)}${reason === "" ? "" : `: “${reason}”`}`)]),
    ...(seen.length === 0
      ? []
      : [
          note(`Seen: ${seen.map(({ place, count }) => (count > 1 ? `${place} (${count} times)` : place)).join(", ")}`),
        ]),
    ...titled(
      "May be",
      candidates.map(({ article, title, why }) => rich(strong(title), ` (${article}): ${why}`)),
    ),
    ...titled(
      earlierSteps > 0 ? `Tried (${earlierSteps} earlier steps are not shown)` : "Tried",
      steps.map(({ title, outcome, by, at }) => rich(`${title}: `, strong(outcome), ` (${by}, ${ago(at, now)})`)),
    ),
    ...(ruledOut.length === 0
      ? []
      : [note(`Ruled out: ${ruledOut.map(({ article, title }) => `${title} (${article})`).join(", ")}`)]),
    paragraph(strong("Next: "), next),
    ...links.map(({ title, url }): Block => ({ kind: "note", text: [{ kind: "link", text: title, url }] })),
  ];
}

function titled(title: string, items: Parameters<typeof bullets>[0]): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(strong(`${title}:`)), ...bullets(items)];
}
