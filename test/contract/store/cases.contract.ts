import { describe, expect, it } from "vitest";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { aCase, ana } from "../../core/resolution/builders.ts";
import type { Engine } from "../../support/a-store.ts";
import { aDelivery, aPlace, missing, now, storesOf, tenant, workOff } from "./work.ts";

/** What every store owes to those who work on a case. */
export function casesContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);

  describe(`what is kept in ${engine}`, () => {
    describe("keeps a case", () => {
      it("as it was", async () => {
        const store = await stores.one();
        const known = aCase();
        expect(await store.transaction((tx) => tx.cases(tenant).save(known, 0))).toBe("saved");
        expect(await store.transaction((tx) => tx.cases(tenant).load(known.id))).toEqual(known);
        expect(await store.transaction((tx) => tx.cases(tenant).timeline(known.id))).toEqual(known.timeline);
      });

      it("with where each thing was done, and without where an earlier release did not keep it", async () => {
        const store = await stores.one();
        const from = { platform: "slack", channel: "C1", thread: "M1", message: "M2", by: "button" } as const;
        const old = { by: ana, at: now, revision: 1, did: { kind: "said" }, about: "" } as const;
        const timeline = [old, { ...old, revision: 2, from }];
        await store.transaction((tx) => tx.cases(tenant).save({ ...aCase(), revision: 2, timeline }, 0));
        expect(await store.transaction((tx) => tx.cases(tenant).timeline(aCase().id))).toStrictEqual(timeline);
      });

      it("for its workspace alone", async () => {
        const store = await stores.one();
        await store.transaction((tx) => tx.cases(tenant).save(aCase(), 0));
        const stranger = asTenantKey("slack:T2");
        expect(await store.transaction((tx) => tx.cases(stranger).load(aCase().id))).toBeUndefined();
      });

      it("of one winner: whoever writes on an old revision is told so", async () => {
        const [one, other] = await stores.two();
        const known = aCase();
        const first = await Promise.all(
          [one, other].map((store) => store.transaction((tx) => tx.cases(tenant).save(known, 0))),
        );
        expect(first.toSorted()).toEqual(["overtaken", "saved"]);
        const next = { ...known, revision: 2 };
        const second = await Promise.all(
          [one, other].map((store) => store.transaction((tx) => tx.cases(tenant).save(next, 1))),
        );
        expect(second.toSorted()).toEqual(["overtaken", "saved"]);
      });

      it("and lists what is open, the latest first, of a channel or of all", async () => {
        const store = await stores.one();
        const facts = [
          { id: "A", channel: "C1", isOpen: true, at: 1 },
          { id: "B", channel: "C2", isOpen: true, at: 2 },
          { id: "C", channel: "C1", isOpen: false, at: 3 },
          { id: "D", channel: "C1", isOpen: true, at: 4 },
        ];
        await store.transaction(async (tx) => {
          for (const { id, channel, isOpen, at } of facts) {
            const known = { ...aCase(), id: caseId(id) };
            const place = { ...aPlace(), channel };
            await tx.cases(tenant).save(known, 0);
            const file = { place, replyTo: undefined, fingerprint: undefined, isOpen, touched: later(now, at) };
            await tx.cases(tenant).describe(known.id, file);
          }
          await tx.cases(tenant).save({ ...aCase(), id: caseId("never described") }, 0);
        });
        const open = async (channel: string | undefined, most = 10) =>
          (await store.transaction((tx) => tx.cases(tenant).open({ channel, most }))).map(({ case: { id } }) => id);
        expect(await open(undefined)).toEqual(["D", "B", "A"]);
        expect(await open("C1")).toEqual(["D", "A"]);
        expect(await open("C1", 1)).toEqual(["D"]);
      });

      it("and recognises the same open error in the same channel", async () => {
        const store = await stores.one();
        const known = aCase();
        const file = { place: aPlace(), replyTo: "M1", fingerprint: "answer Q1", isOpen: true, touched: now };
        await store.transaction(async (tx) => {
          await tx.cases(tenant).save(known, 0);
          await tx.cases(tenant).describe(known.id, file);
        });
        const seen = (channel: string, print: string, since = now) =>
          store.transaction((tx) => tx.cases(tenant).sighted(channel, print, since));
        expect(await seen("C1", "answer Q1")).toEqual({ id: known.id, times: 2 });
        expect(await seen("C1", "answer Q1")).toEqual({ id: known.id, times: 3 });
        expect(await seen("C2", "answer Q1")).toBeUndefined();
        expect(await seen("C1", "answer Q2")).toBeUndefined();
        expect(await seen("C1", "answer Q1", later(now, 1))).toBeUndefined();
        expect(await store.transaction((tx) => tx.cases(tenant).file(known.id))).toEqual(file);
      });
    });

    it("counts how often each article answered, the most frequent first, for each workspace its own", async () => {
      const store = await stores.one();
      const other = asTenantKey("slack:T2");
      const answered = async (whose: typeof tenant, name: string, fingerprint: string, times: number) =>
        store.transaction(async (tx) => {
          const id = caseId(name);
          await tx.cases(whose).save({ ...aCase(), id }, 0);
          const file = { place: aPlace(), replyTo: "M1", fingerprint, isOpen: true, touched: now };
          await tx.cases(whose).describe(id, file);
          for (let time = 1; time < times; time++) await tx.cases(whose).sighted("C1", fingerprint, now);
        });
      await answered(tenant, "one", "answer Q1", 1);
      await answered(tenant, "two", "answer Q2", 3);
      await answered(tenant, "three", "ask Q1 Q2", 9);
      await answered(other, "four", "answer Q3", 9);
      const popular = (most: number) => store.transaction((tx) => tx.cases(tenant).popular(most));
      expect(await popular(10)).toEqual([
        ["Q2", 3],
        ["Q1", 1],
      ]);
      expect(await popular(1)).toEqual([["Q2", 3]]);
    });

    it("remembers the bot's messages, by case and by name", async () => {
      const store = await stores.one();
      const { id } = aCase();
      const post = { key: "k1", case: id, role: "case" as const, place: aPlace(), replyTo: "M1", ref: undefined };
      await store.transaction(async (tx) => {
        await tx.cases(tenant).save(aCase(), 0);
        await tx.posts(tenant).add(post, now);
        await tx.posts(tenant).add({ ...post, key: "k2", role: "pointer" }, now);
      });
      expect(await store.transaction((tx) => tx.posts(tenant).ofCase(id))).toEqual(post);
      const ref = { channel: "C1", message: "M9" };
      await store.transaction((tx) => tx.posts(tenant).sent("k1", ref));
      expect(await store.transaction((tx) => tx.posts(tenant).byMessage("C1", "M9"))).toEqual({ ...post, ref });
      expect(await store.transaction((tx) => tx.posts(tenant).pointersUnder("C1", "M1"))).toMatchObject([
        { key: "k2" },
      ]);
      await store.transaction((tx) => tx.posts(tenant).gone("k1"));
      expect(await store.transaction((tx) => tx.posts(tenant).ofCase(id))).toBeUndefined();
      expect(await store.transaction((tx) => tx.posts(tenant).find("k1"))).toEqual({ ...post, ref });
    });

    it("keeps small things by name, for each workspace its own", async () => {
      const store = await stores.one();
      await store.transaction(async (tx) => {
        const values = tx.values(tenant);
        await values.set("mode C1", "off");
        await values.set("mode C1", { nested: ["ü", null] });
        await values.set("mode C2", 1);
        await values.set("other", 2);
        await values.remove("mode C2");
      });
      const read = await store.transaction(async (tx) => [
        await tx.values(tenant).get("mode C1"),
        await tx.values(tenant).names("mode "),
        await tx.values(asTenantKey("slack:T2")).get("mode C1"),
      ]);
      expect(read).toEqual([{ nested: ["ü", null] }, ["mode C1"], undefined]);
    });

    it("gives a note to one of several that would write it at once, until its time is over", async () => {
      const [one, other] = await stores.two();
      const add = (store: typeof one) => store.transaction((tx) => tx.values(tenant).add("turn", 1, later(now, 1_000)));
      expect((await Promise.all([add(one), add(other)])).toSorted()).toEqual([false, true]);
      expect(await add(one)).toBe(false);
      await one.transaction((tx) => tx.sweep({ deliveries: now, cases: now, now: later(now, 2_000) }, 10));
      expect(await add(other)).toBe(true);
    });

    it("keeps a note until its time is over, and then a sweep takes it", async () => {
      const store = await stores.one();
      await store.transaction(async (tx) => {
        await tx.values(tenant).set("for now", 1, later(now, 1_000));
        await tx.values(tenant).set("for good", 1);
      });
      const names = () => store.transaction((tx) => tx.values(tenant).names("for "));
      const ages = { deliveries: now, cases: now };
      await store.transaction((tx) => tx.sweep({ ...ages, now }, 10));
      expect(await names()).toEqual(["for good", "for now"]);
      await store.transaction((tx) => tx.sweep({ ...ages, now: later(now, 2_000) }, 10));
      expect(await names()).toEqual(["for good"]);
    });

    it("gives authors the errors without an article, and what people said about articles", async () => {
      const store = await stores.one();
      const miss = { channel: "C1", via: "command", text: "error 9", at: now } as const;
      const article = aCase().verdict.matches[0]?.article ?? missing();
      const did = { kind: "not-fixed", revision: 1, article } as const;
      const judged = { by: ana, at: now, revision: 2, did, about: "The store does not mount" };
      const read = { ...judged, revision: 3, did: { kind: "show", article } } as const;
      await store.transaction(async (tx) => {
        await tx.misses(tenant).add(miss);
        await tx.misses(asTenantKey("discord:G1")).add({ ...miss, text: "error 8" });
        await tx.cases(tenant).save({ ...aCase(), revision: 3, timeline: [judged, read] }, 0);
      });
      const review = await store.transaction(async ({ review: { misses, judgements } }) => ({
        misses: (await misses(10)).map(({ text }) => text),
        judgements: await judgements(10),
        latest: (await misses(1)).map(({ text }) => text),
      }));
      expect(review).toEqual({ misses: ["error 8", "error 9"], judgements: [judged], latest: ["error 8"] });
    });

    it("forgets what is older than its age, a batch at a time, and nothing that is still to be done", async () => {
      const store = await stores.one();
      for (const id of ["D1", "D2", "D3"]) await store.accept(aDelivery({ id, channel: id }));
      await store.transaction(async (tx) => {
        for (const _ of ["D1", "D2"]) {
          const work = await tx.inbox.next(now);
          if (work !== undefined) await tx.inbox.finish(work);
        }
        await tx.cases(tenant).save(aCase(), 0);
        await tx
          .texts(tenant)
          .put({ channel: "C1", message: "M1", lead: "M1", case: aCase().id, text: "x", via: "channel", at: now });
      });
      const tomorrow = later(now, 86_400_000);
      expect(await store.transaction((tx) => tx.sweep({ now, deliveries: tomorrow, cases: now }, 1))).toBe(1);
      expect(await store.transaction((tx) => tx.sweep({ now, deliveries: tomorrow, cases: tomorrow }, 10))).toBe(2);
      expect(await workOff(store)).toEqual(["D3"]);
      expect(await store.accept(aDelivery({ id: "D1" }))).toBe("stored");
      expect(await store.transaction((tx) => tx.texts(tenant).find("C1", "M1"))).toBeUndefined();
    });

    it("says whether it can be written", async () => {
      const store = await stores.one();
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}
