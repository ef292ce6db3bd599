import { type Clock, later } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import { forget, type Kept, type KeyValues, keptOf } from "./installation-store.ts";
import type { Tokens } from "./tokens.ts";

export type Renewal = {
  readonly values: KeyValues;
  readonly clock: Pick<Clock, "now" | "after">;
  /** Asks Slack for a new token, keeps it, and gives it; the old one where Slack refuses. */
  readonly renew: (tenant: Tenant) => Promise<string | undefined>;
};

/** Milliseconds: how long before its end a token is renewed, and until when the old one is good enough to go on with. */
const BEFORE_END = { renew: 2 * 3_600_000, use: 60_000 } as const;

/** How long one replica has the renewal to itself, and how often and how long the others look for what it got (milliseconds). */
const TURN = 30_000;
const LOOK = { every: 250, times: 12 } as const;

/**
 * The tokens of installations, each renewed by one replica: a renewal can be had once, and Slack would take the second for
 * a thief. Whoever comes second goes on with the old token while it is good, and else waits for the new one.
 */
export function renewedTokens(renewal: Renewal): Tokens {
  const underWay = new Map<string, Promise<string | undefined>>();
  return {
    tokenFor: (tenant) => {
      const known = underWay.get(tenant);
      if (known !== undefined) return known;
      const looking = tokenFor(renewal, tenant).finally(() => underWay.delete(tenant));
      underWay.set(tenant, looking);
      return looking;
    },
    forget: (tenant, removed) => forget(renewal.values, tenant, removed),
  };
}

async function tokenFor(renewal: Renewal, tenant: Tenant): Promise<string | undefined> {
  const kept = await keptOf(renewal.values, tenant);
  if (kept === undefined || leftOf(renewal, kept) > BEFORE_END.renew) return kept?.installation.bot?.token;
  const turn = `renewing ${tenant} ${endOf(kept)} ${Math.floor(renewal.clock.now() / TURN)}`;
  if (!(await renewal.values.add(turn, "1", later(renewal.clock.now(), 2 * TURN))))
    return tokenOfOther(renewal, tenant, kept);
  const token = await renewal.renew(tenant);
  await renewal.values.delete(turn);
  return token;
}

async function tokenOfOther(renewal: Renewal, tenant: Tenant, old: Kept): Promise<string | undefined> {
  if (leftOf(renewal, old) > BEFORE_END.use) return old.installation.bot?.token;
  for (let look = 0; look < LOOK.times; look += 1) {
    await pause(LOOK.every);
    const kept = await keptOf(renewal.values, tenant);
    if (kept === undefined || endOf(kept) !== endOf(old)) return kept?.installation.bot?.token;
  }
  throw new Error("the token ran out and is being renewed");
}

/** Milliseconds that the token is still good for; without end where it does not run out. */
function leftOf({ clock }: Renewal, kept: Kept): number {
  const end = endOf(kept);
  return end === undefined ? Number.POSITIVE_INFINITY : end * 1_000 - clock.now();
}

/** Seconds since 1970. */
function endOf({ installation }: Kept): number | undefined {
  return installation.bot?.expiresAt;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
