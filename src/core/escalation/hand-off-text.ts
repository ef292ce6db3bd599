import type { Instant } from "../resolution/responder.ts";
import type { HandOff } from "./hand-off.ts";

/** The packet as plain text, for pagers and e-mail. Times are in UTC. */
export function handOffText(packet: HandOff): string {
  const { fingerprint, severity, reason, seen, asked, candidates, steps, earlierSteps, ruledOut, next, links } = packet;
  return [
    `${fingerprint} (${severity})`,
    ...(reason === "" ? [] : [`Reason: ${reason}`]),
    ...(asked === undefined ? [] : [`Asked for by ${asked.by}, ${utc(asked.at)}`]),
    ...listed(
      "Seen",
      seen.map(({ place, name = place, count }) => `${name}${count > 1 ? ` (${count} times)` : ""}`),
    ),
    ...listed(
      "May be",
      candidates.map(({ article, title, why }) => `${article} ${title}: ${why}`),
    ),
    ...listed(
      earlierSteps > 0 ? `Tried (${earlierSteps} earlier steps are not shown)` : "Tried",
      steps.map(({ title, outcome, by, at }) => `${title}: ${outcome} (${by}, ${utc(at)})`),
    ),
    ...listed(
      "Ruled out",
      ruledOut.map(({ article, title }) => `${article} ${title}`.trim()),
    ),
    `Next: ${next}`,
    ...links.map(({ title, url }) => `${title}: ${url}`),
  ].join("\n");
}

function listed(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `- ${item}`)];
}

/** `2026-03-29 02:30 UTC`. */
export function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
