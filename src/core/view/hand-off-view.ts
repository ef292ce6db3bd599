import type { HandOff } from "../escalation/hand-off.ts";
import { bullets, code, heading, note, paragraph, plain, rich, strong, time } from "./rich.ts";
import type { Block, Inline, View } from "./view.ts";

/** The hand-off packet as a message of its own, for somebody who comes late. */
export function handOffView(packet: HandOff): View {
  return {
    blocks: [heading("Where we are"), ...handOffBlocks(packet)],
    fallback: `Where we are: ${packet.fingerprint}`,
  };
}

/** The packet within another message; at most a screen. */
export function handOffBlocks(packet: HandOff): readonly Block[] {
  const { fingerprint, reason, seen, asked, candidates, steps, earlierSteps, ruledOut, next, links } = packet;
  return [
    paragraph(strong("Error: "), code(fingerprint)),
    ...(asked === undefined
      ? []
      : [note(`Asked for by ${asked.by}, `, time(asked.at), reason === "" ? "" : `: “${reason}”`)]),
    ...(seen.length === 0 ? [] : [seenNote(seen)]),
    ...titled(
      "May be",
      candidates.map(({ article, title, why }) => rich(strong(title), ` (${article}): ${why}`)),
    ),
    ...titled(
      earlierSteps > 0 ? `Tried (${earlierSteps} earlier steps are not shown)` : "Tried",
      steps.map(({ title, outcome, by, at }) => rich(`${title}: `, strong(outcome), ` (${by}, `, time(at), ")")),
    ),
    ...(ruledOut.length === 0
      ? []
      : [note(`Ruled out: ${ruledOut.map(({ article, title }) => `${title} (${article})`).join(", ")}`)]),
    ...(next === "" ? [] : [paragraph(strong("Next: "), next)]),
    ...links.map(({ title, url }): Block => ({ kind: "note", text: [{ kind: "link", text: title, url }] })),
  ];
}

/** Where it was seen and how often; a channel is shown as the platform shows one. */
function seenNote(seen: HandOff["seen"]): Block {
  const places = seen.flatMap(({ place, name, count }, index) => [
    index === 0 ? "Seen: " : ", ",
    placeInline(place, name),
    count > 1 ? ` (${count} times)` : "",
  ]);
  return { kind: "note", text: rich(...places) };
}

/** `slack C0123` is a channel; whatever else a place is called is said as it is. */
function placeInline(place: string, name = place): Inline {
  const [, channel] = /^(?:slack|discord) (\S+)$/.exec(place) ?? [];
  return channel === undefined ? plain(name) : { kind: "channel", channel, name };
}

function titled(title: string, items: Parameters<typeof bullets>[0]): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(strong(`${title}:`)), ...bullets(items)];
}
