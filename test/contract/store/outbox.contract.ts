import { describe, expect, it } from "vitest";
import { later } from "../../../src/app/clock.ts";
import { PRIORITY } from "../../../src/app/store.ts";
import { noticeView } from "../../../src/core/view/notice-view.ts";
import { plain } from "../../../src/core/view/rich.ts";
import type { Engine } from "../../support/a-store.ts";
import { aJob, aPlace, add, missing, now, storesOf, take, tenant } from "./work.ts";

/** What every store owes to those who wait for an answer. */
export function outboxContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);

  describe(`the outbox in ${engine}`, () => {
    describe("sends what waits", () => {
      it("most urgent first, one of a subject at a time", async () => {
        const store = await stores.one();
        await add(
          store,
          aJob({ subject: "slow" }),
          aJob({ subject: "slow", priority: PRIORITY.click }),
          aJob({ subject: "page", priority: PRIORITY.page }),
        );
        const jobs = await take(store);
        expect(jobs.map(({ subject }) => subject)).toEqual(["page", "slow"]);
        expect(await take(store)).toEqual([]);
        await store.transaction((tx) => tx.outbox.done(jobs[1] ?? missing()));
        expect((await take(store)).map(({ subject }) => subject)).toEqual(["slow"]);
      });

      it("once more, as doubtful, when whoever took it is not heard of again", async () => {
        const store = await stores.one();
        await add(store, aJob());
        const [first] = await take(store);
        const [second] = await take(store, later(now, 20_000));
        expect([first?.isDoubtful, second?.isDoubtful]).toEqual([false, true]);
        expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
      });

      it("not before it may be tried again, even if the clock is set back by a day", async () => {
        const store = await stores.one();
        await add(store, aJob());
        const [job = missing()] = await take(store);
        await store.transaction((tx) => tx.outbox.retry(job, later(now, 5_000), false));
        expect(await take(store)).toEqual([]);
        expect(await store.transaction((tx) => tx.outbox.nextDue("slack", now))).toBe(now + 5_000);
        expect(await take(store, later(now, -86_400_000))).toHaveLength(1);
      });

      it("not what its sender still has in hand, whatever the clock says meanwhile", async () => {
        const store = await stores.one();
        await add(store, aJob());
        const [job = missing()] = await take(store);
        for (const at of [later(now, 86_400_000), later(now, -86_400_000)]) {
          expect(await take(store, at, [job.seq])).toEqual([]);
          expect(await take(store, at)).toHaveLength(1);
          await store.transaction((tx) => tx.outbox.retry(job, now, false));
        }
      });

      it("not to a channel that asked for a pause, but to others", async () => {
        const store = await stores.one();
        await add(
          store,
          aJob({ subject: "a" }),
          aJob({ subject: "b" }),
          aJob({ subject: "c", place: { ...aPlace(), channel: "C2" } }),
        );
        const [job = missing(), ...others] = await take(store);
        for (const other of others) await store.transaction((tx) => tx.outbox.retry(other, now, false));
        await store.transaction((tx) => tx.outbox.retry(job, later(now, 5_000), false));
        await store.transaction((tx) => tx.outbox.pause(job, later(now, 5_000)));
        expect((await take(store)).map(({ subject }) => subject)).toEqual(["c"]);
      });

      it("in its newest form: what was certainly not sent is replaced", async () => {
        const store = await stores.one();
        await add(store, aJob());
        const shown = { view: noticeView([plain("newer")]), offer: "o2" };
        expect(await store.transaction((tx) => tx.outbox.revise(tenant, "k1", shown, undefined))).toBe(true);
        const [job] = await take(store);
        expect(job?.order).toMatchObject({ kind: "post", shown });
        expect(await store.transaction((tx) => tx.outbox.revise(tenant, "k1", shown, undefined))).toBe(false);
      });

      it("through one replica only, and only for its platform", async () => {
        const [one, other] = await stores.two();
        await add(one, ...Array.from({ length: 20 }, (_, index) => aJob({ subject: `k${index}` })));
        const taken = await Promise.all([take(one), take(other), take(one), take(other)]);
        expect(new Set(taken.flat().map(({ subject }) => subject)).size).toBe(taken.flat().length);
        expect(await one.transaction((tx) => tx.outbox.nextDue("discord", now))).toBeUndefined();
      });
    });
  });
}
