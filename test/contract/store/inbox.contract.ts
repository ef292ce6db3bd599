import { describe, expect, it } from "vitest";
import { later } from "../../../src/app/clock.ts";
import { aCase } from "../../core/resolution/builders.ts";
import type { Engine } from "../../support/a-store.ts";
import { aDelivery, now, postponed, storesOf, tenant, workOff } from "./work.ts";

/** What every store owes to those who deliver. */
export function inboxContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);

  describe(`the inbox in ${engine}`, () => {
    describe("takes a delivery", () => {
      it("once, however often and to whichever replica it comes", async () => {
        const [one, other] = await stores.two();
        const accepted = await Promise.all([one, other, one, other].map((store) => store.accept(aDelivery())));
        expect(accepted.toSorted()).toEqual(["known", "known", "known", "stored"]);
        expect(await workOff(one)).toEqual(["D1"]);
        expect(await other.accept(aDelivery())).toBe("known");
        expect(await workOff(other)).toEqual([]);
      });

      it("of the same name from another workspace as another one", async () => {
        const store = await stores.one();
        await store.accept(aDelivery());
        expect(await store.accept(aDelivery({ tenant: "T2" }))).toBe("stored");
      });

      it("whatever characters are in it", async () => {
        const store = await stores.one();
        const text = "NUL \0, half \uD83D, ‮override, \u{1F468}‍\u{1F469}, é and \r\n";
        await store.accept(aDelivery({ text }));
        const work = await store.transaction((tx) => tx.inbox.next(now));
        expect(work).toMatchObject({ kind: "delivery", delivery: { event: { text } } });
      });
    });

    describe("hands work out", () => {
      it("in the order in which it came", async () => {
        const store = await stores.one();
        for (const id of ["D1", "D2", "D3"]) await store.accept(aDelivery({ id }));
        expect(await workOff(store)).toEqual(["D1", "D2", "D3"]);
      });

      it("not before what came earlier in the same lane, or in the channel of the thread", async () => {
        const store = await stores.one();
        await store.accept(aDelivery({ id: "D1" }));
        await store.accept(aDelivery({ id: "D2", thread: "M1" }));
        await store.accept(aDelivery({ id: "D3", channel: "C2" }));
        const first = await postponed(store);
        expect(first).toBe("D1");
        expect(await workOff(store)).toEqual(["D3"]);
        expect(await workOff(store, later(now, 1_000))).toEqual(["D1", "D2"]);
      });

      it("again when the transaction failed, with nothing of it left", async () => {
        const store = await stores.one();
        await store.accept(aDelivery());
        const failing = store.transaction(async (tx) => {
          const work = await tx.inbox.next(now);
          if (work !== undefined) await tx.inbox.finish(work);
          await tx.cases(tenant).save(aCase(), 0);
          throw new Error("power cut");
        });
        await expect(failing).rejects.toThrow("power cut");
        expect(await store.transaction((tx) => tx.cases(tenant).load(aCase().id))).toBeUndefined();
        expect(await workOff(store)).toEqual(["D1"]);
      });

      it("to one replica only", async () => {
        const replicas = await stores.two();
        const ids = Array.from({ length: 40 }, (_, index) => `D${index}`);
        for (const id of ids) await replicas[0].accept(aDelivery({ id, channel: id }));
        const worked = await Promise.all(replicas.map((store) => workOff(store)));
        expect(worked.flat().toSorted()).toEqual(ids.toSorted());
      });

      it("never again when it was given up", async () => {
        const store = await stores.one();
        await store.accept(aDelivery());
        await store.transaction(async (tx) => {
          const work = await tx.inbox.next(now);
          if (work !== undefined) await tx.inbox.giveUp(work, "poison");
        });
        expect(await workOff(store)).toEqual([]);
        expect(await store.accept(aDelivery())).toBe("known");
      });

      it("although the clock was set back by a day after it was put off; a timer waits", async () => {
        const store = await stores.one();
        await store.accept(aDelivery());
        await store.transaction((tx) => tx.inbox.schedule({ tenant, name: "remind", due: later(now, 60_000) }));
        await postponed(store);
        expect(await workOff(store)).toEqual([]);
        expect(await workOff(store, later(now, -86_400_000))).toEqual(["D1"]);
      });

      it("when a timer is due, once, unless it was called off", async () => {
        const store = await stores.one();
        const timer = { tenant, name: "remind", due: later(now, 60_000) };
        await store.transaction(async (tx) => {
          await tx.inbox.schedule(timer);
          await tx.inbox.schedule({ ...timer, due: later(now, 90_000) });
          await tx.inbox.schedule({ ...timer, name: "other" });
          await tx.inbox.cancel({ tenant, name: "other" });
        });
        expect(await store.transaction((tx) => tx.inbox.nextDue(now))).toBe(timer.due);
        expect(await workOff(store)).toEqual([]);
        expect(await workOff(store, timer.due)).toEqual(["remind"]);
        expect(await workOff(store, later(now, 120_000))).toEqual([]);
      });
    });
  });
}
