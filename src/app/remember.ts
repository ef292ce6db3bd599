import type { Instant } from "../core/resolution/responder.ts";
import type { Clock } from "./clock.ts";

/** Things that are looked up elsewhere, and remembered for a while. */
export type Remembered<Value> = {
  /** A fresh one, or the last one while no newer can be had; undefined where there is none. Never rejects. */
  readonly get: (key: string) => Promise<Value | undefined>;
};

/** Times in milliseconds. */
export type Remembering<Value> = {
  readonly clock: Pick<Clock, "now">;
  readonly lookUp: (key: string) => Promise<Value>;
  /** For so long it is not looked up again. */
  readonly fresh: number;
  /** For so long the last one counts when it cannot be looked up. */
  readonly lasting: number;
  /** For so long nobody is asked again who has just refused. */
  readonly pause: number;
  /** So many are remembered, the latest. */
  readonly most: number;
  readonly failed: (error: unknown, key: string) => void;
};

/** Looks things up once for all who ask at the same time. */
export function remember<Value>(how: Remembering<Value>): Remembered<Value> {
  const known = new Map<string, Known<Value>>();
  const underWay = new Map<string, Promise<Value | undefined>>();
  const keep = (key: string, next: Known<Value>): Value | undefined => {
    known.delete(key);
    known.set(key, next);
    for (const oldest of known.keys()) if (known.size > how.most) known.delete(oldest);
    return next.found?.value;
  };
  const look = async (key: string): Promise<Value | undefined> => {
    try {
      const value = await how.lookUp(key);
      const now = how.clock.now();
      return keep(key, { found: { value, at: now }, again: now + how.fresh });
    } catch (error) {
      how.failed(error, key);
      const now = how.clock.now();
      return keep(key, { found: lastOf(known.get(key), now - how.lasting), again: now + how.pause });
    }
  };
  return {
    get: async (key) => {
      const last = known.get(key);
      if (last !== undefined && how.clock.now() < last.again) return last.found?.value;
      const looking = underWay.get(key) ?? look(key).finally(() => underWay.delete(key));
      underWay.set(key, looking);
      return looking;
    },
  };
}

type Known<Value> = {
  readonly found: { readonly value: Value; readonly at: Instant } | undefined;
  /** When it is looked up again. */
  readonly again: number;
};

function lastOf<Value>(last: Known<Value> | undefined, since: number): Known<Value>["found"] {
  return last?.found !== undefined && last.found.at >= since ? last.found : undefined;
}
