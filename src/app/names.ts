import type { Brand } from "../core/brand.ts";
import { type CaseId, caseId } from "../core/resolution/case.ts";
import type { Place } from "./platform.ts";

/** A workspace on one platform, such as `slack:T0123`. It is the first part of every key of the store. */
export type TenantKey = Brand<string, "TenantKey">;

export function tenantKey({ platform, tenant }: Pick<Place, "platform" | "tenant">): TenantKey {
  return asTenantKey(`${platform}:${tenant}`);
}

/** For names that `tenantKey` made and a store kept. */
export function asTenantKey(name: string): TenantKey {
  if (isTenantKey(name)) return name;
  throw new Error(`Cannot name a tenant: "${name}" has no platform. Pass what tenantKey made.`);
}

/** What happens in one lane is worked off in order: a thread, or the top level of a channel. */
export function laneOf({ channel, thread }: Place): string {
  return thread === undefined ? channel : `${channel}/${thread}`;
}

/** The case about a message, which is the case of the thread under it as well. */
export function caseAt(channel: string, message: string): CaseId {
  return caseId(`${channel}/${message}`);
}

/** An opaque name nobody can guess: 20 characters, so that it fits a Discord nonce (25). */
export function newName(random: () => number): string {
  const half = () =>
    Math.floor(random() * 36 ** 10)
      .toString(36)
      .padStart(10, "0");
  return `${half()}${half()}`;
}

function isTenantKey(name: string): name is TenantKey {
  return /^[a-z]+:/.test(name);
}
