import { redact } from "../../core/redaction/redact.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import { later, withinTime } from "../clock.ts";
import { type Loop, loop } from "../loop.ts";
import type { TenantKey } from "../names.ts";
import { type BotParts, platformNamed, timesOf } from "../parts.ts";
import { directory, type Named } from "./directory.ts";
import type { Unnamed } from "./naming.ts";

/** Asks platforms for names that are not known, beside everything else: nobody waits for one, and without it the id stands. */
export type NameKeeper = { readonly want: Unnamed; readonly loop: Loop };

/** How many wait to be asked for; the others are wanted again when they are shown again. */
const MOST_WANTED = 1_000;

/** Of so many it is remembered when they were asked for last. */
const MOST_ASKED = 10_000;

/** Milliseconds: how long one is not asked for again, and how long a platform may take. */
const [AGAIN, PATIENCE] = [600_000, 5_000];

export function nameKeeper(parts: BotParts, failed: (error: unknown) => void): NameKeeper {
  const wanted = new Map<string, Wanted>();
  const asked = new Map<string, Instant>();
  const { poll } = timesOf(parts);
  const round = async (): Promise<number> => {
    const [next] = wanted;
    if (next === undefined) return poll;
    wanted.delete(next[0]);
    await askFor(parts, next[1]);
    return 0;
  };
  const asking = loop(parts.clock, round, failed);
  const want: Unnamed = (tenant, named) => {
    const [key, now] = [`${tenant} ${named.kind} ${named.id}`, parts.clock.now()];
    if ((asked.get(key) ?? 0) > now || wanted.size >= MOST_WANTED) return;
    asked.delete(key);
    asked.set(key, later(now, AGAIN));
    for (const oldest of asked.keys()) if (asked.size > MOST_ASKED) asked.delete(oldest);
    wanted.set(key, { tenant, named });
    asking.wake();
  };
  return { want, loop: asking };
}

type Wanted = { readonly tenant: TenantKey; readonly named: Named };

async function askFor(parts: BotParts, { tenant, named }: Wanted): Promise<void> {
  const [, platform = "", own = ""] = /^([a-z]+):(.*)$/s.exec(tenant) ?? [];
  const asking = platformNamed(parts, platform)?.nameOf?.(own, named);
  const name = asking === undefined ? undefined : await withinTime(parts.clock, PATIENCE, asking);
  if (name === undefined || name === "too late") return;
  await parts.store.transaction((tx) => directory(tx.values(tenant)).note(named, redact(name).text, parts.clock.now()));
}
