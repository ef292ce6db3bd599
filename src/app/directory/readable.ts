import type { Scene } from "../events/scene.ts";
import { idOn } from "../incidents/plan.ts";
import { directory, type Named } from "./directory.ts";

/**
 * What somebody wrote, with names where it mentions people and channels: pages, e-mails and exports cannot show a mention.
 * The name that came with it counts, then that of the plan, then what the platform told; without any the id is what is left.
 */
export async function readable(scene: Scene, text: string): Promise<string> {
  const names = new Map<string, string>();
  for (const [written, sign = "", id = "", told = ""] of text.matchAll(MENTION)) {
    names.set(written, await nameOf(scene, { kind: sign === "#" ? "channel" : "person", id }, told));
  }
  return text.replaceAll(MENTION, (written) => names.get(written) ?? written);
}

/** `<@U0123|ben>`, `<@!123>`, `<#C0123>`: as Slack and Discord write them. */
export const MENTION = /<(@!?|#)([A-Z0-9]{2,30})(?:\|([^<>]{0,100}))?>/g;

async function nameOf({ parts, tx, tenant, place }: Scene, named: Named, told: string): Promise<string> {
  const kept = told === "" ? await directory(tx.values(tenant)).nameOf(named) : told;
  if (named.kind === "channel") return `#${(kept ?? named.id).replace(/^#/, "")}`;
  const person = parts.oncall?.()?.people.find((one) => idOn(place.platform, one) === named.id);
  return `@${person?.name ?? kept ?? named.id}`;
}
