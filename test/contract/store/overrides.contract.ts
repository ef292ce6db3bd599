import { describe, expect, it } from "vitest";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import { personId, scheduleId } from "../../../src/core/escalation/ids.ts";
import type { Override } from "../../../src/core/escalation/override.ts";
import { ana } from "../../core/resolution/builders.ts";
import type { Engine } from "../../support/a-store.ts";
import { now, storesOf, tenant } from "./work.ts";

/** What every store owes to those who take over from somebody. */
export function overridesContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);
  const deed = { by: ana, at: now };
  const other = asTenantKey("slack:T2");

  describe(`an override kept in ${engine}`, () => {
    it("is as it was said, and counts until it is over, whichever workspace it was said in", async () => {
      const store = await stores.one();
      const [first, second] = [anOverride(), anOverride({ id: "b", start: later(now, 1), end: later(now, 9_001) })];
      const standing = (at = now) => store.transaction((tx) => tx.standingOverrides(at));
      await store.transaction((tx) => tx.overrides(tenant).add(second));
      await store.transaction((tx) => tx.overrides(tenant).add(first));
      await store.transaction((tx) => tx.overrides(other).add(first));
      expect(await standing()).toEqual([
        { ...first, tenant },
        { ...first, tenant: other },
        { ...second, tenant },
      ]);
      expect(await standing(first.end)).toEqual([{ ...second, tenant }]);
    });

    it("has a name of its own", async () => {
      const store = await stores.one();
      const add = () => store.transaction((tx) => tx.overrides(tenant).add(anOverride()));
      expect([await add(), await add()]).toEqual(["added", "known"]);
    });

    it("is taken back by one of two who try, and the other is told who it was", async () => {
      const [one, second] = await stores.two();
      await one.transaction((tx) => tx.overrides(tenant).add(anOverride()));
      const tries = await Promise.all(
        [one, second].map((store) => store.transaction((tx) => tx.overrides(tenant).takeBack("a", deed))),
      );
      expect(tries.map(({ kind }) => kind).toSorted()).toEqual(["before", "taken-back"]);
      expect(tries.find(({ kind }) => kind === "before")).toEqual({ kind: "before", deed });
      expect(await one.transaction((tx) => tx.standingOverrides(now))).toEqual([]);
    });

    it("cannot be taken back when it is over, or was never there", async () => {
      const store = await stores.one();
      await store.transaction((tx) => tx.overrides(tenant).add(anOverride()));
      const takeBack = (id: string) =>
        store.transaction((tx) => tx.overrides(tenant).takeBack(id, { by: ana, at: later(now, 9_000) }));
      expect([await takeBack("a"), await takeBack("zzz")]).toEqual([{ kind: "over" }, { kind: "unknown" }]);
    });

    it("is swept away long after it is over, and not before", async () => {
      const store = await stores.one();
      await store.transaction((tx) => tx.overrides(tenant).add(anOverride()));
      const sweep = (cases: typeof now) => store.transaction((tx) => tx.sweep({ deliveries: now, cases, now }, 10));
      expect(await sweep(now)).toBe(0);
      expect(await sweep(later(now, 9_001))).toBe(1);
    });
  });
}

function anOverride(facts: Partial<Override> = {}): Override {
  return {
    id: "a",
    schedule: scheduleId("primary"),
    person: personId("ana"),
    start: now,
    end: later(now, 9_000),
    by: ana,
    at: now,
    ...facts,
  };
}
