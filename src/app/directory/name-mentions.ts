import { withinTime } from "../clock.ts";
import { readCommand } from "../command.ts";
import { type BotParts, platformNamed } from "../parts.ts";
import type { Delivery } from "../platform.ts";
import { MENTION } from "./readable.ts";
import type { Named } from "./directory.ts";

/** Milliseconds. A platform wants to hear within three seconds that it was heard. */
const PATIENCE = 1_000;

/** Who names more people than that is not calling for one. */
const MOST = 10;

/**
 * What is said to the people on call, with the names of those whom it mentions by id: `<@U0123>` is `<@U0123|ben>` then. It is
 * read on pages and in e-mails, where nobody can look an id up. Whom the platform does not name in time keeps the id.
 */
export async function nameMentions(parts: BotParts, delivery: Delivery): Promise<Delivery> {
  const { event } = delivery;
  if ((event.kind !== "asked" && event.kind !== "said") || readCommand(event.text).kind !== "escalate") return delivery;
  const bare = [...event.text.matchAll(MENTION)].filter(([, , , told = ""]) => told === "").slice(0, MOST);
  if (bare.length === 0) return delivery;
  const looking = Promise.all(
    bare.map(async ([written, sign, id = ""]) => [written, await withName(parts, delivery, sign, id)] as const),
  );
  const found = await withinTime(parts.clock, PATIENCE, looking);
  if (found === "too late") return delivery;
  const names = new Map(found);
  return {
    ...delivery,
    event: { ...event, text: event.text.replaceAll(MENTION, (written) => names.get(written) ?? written) },
  };
}

async function withName(parts: BotParts, { place }: Delivery, sign = "", id: string): Promise<string | undefined> {
  const named: Named = { kind: sign === "#" ? "channel" : "person", id };
  const name = await platformNamed(parts, place.platform)?.nameOf?.(place.tenant, named);
  return name === undefined ? undefined : `<${sign}${id}|${name.replaceAll(/[<>|\n]/g, " ")}>`;
}
