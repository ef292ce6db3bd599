import { nextId } from "./ids.ts";
import { Refusal, refuse } from "./refusal.ts";
import type { Message, ResponseUrl, Trigger, World } from "./world.ts";

/** {@link https://docs.slack.dev/interactivity/handling-user-interaction} */
export const LIFETIMES = {
  trigger: 3_000,
  responseUrl: 30 * 60_000,
  responseUrlUses: 5,
  ack: 3_000,
  code: 10 * 60_000,
} as const;

type Who = { readonly user: string; readonly team: string };

/** Good for one modal, for three seconds. */
export function newTrigger(world: World, who: Who, now: number, view?: string): string {
  const id = `${nextId(world, "trigger.")}.${who.team}`;
  world.triggers.set(id, { ...who, view, used: false, expiresAt: now + LIFETIMES.trigger });
  return id;
}

/** Says why a trigger is no good; does not use it up. */
export function checkTrigger(world: World, id: string, team: string, now: number): Trigger {
  const trigger = world.triggers.get(id);
  if (trigger === undefined || trigger.team !== team) return refuse("invalid_trigger_id");
  if (trigger.used) return refuse("exchanged_trigger_id");
  return now > trigger.expiresAt ? refuse("expired_trigger_id") : trigger;
}

export function spendTrigger(world: World, id: string): void {
  const trigger = world.triggers.get(id);
  if (trigger !== undefined) world.triggers.set(id, { ...trigger, used: true });
}

/** The last part of a new response_url. */
export function newResponseUrl(
  world: World,
  who: Who,
  channel: string,
  message: Message | undefined,
  now: number,
): string {
  const id = nextId(world, "response");
  const expiresAt = now + LIFETIMES.responseUrl;
  world.responseUrls.set(id, { ...who, channel, message: message?.ts, expiresAt, uses: 0 });
  return id;
}

export function spendResponseUrl(world: World, id: string, now: number): ResponseUrl {
  const url = world.responseUrls.get(id);
  if (url === undefined || now > url.expiresAt) throw new Refusal("expired_url");
  if (url.uses >= LIFETIMES.responseUrlUses) throw new Refusal("used_url");
  world.responseUrls.set(id, { ...url, uses: url.uses + 1 });
  return url;
}
