import { describe, expect, it } from "vitest";
import { later } from "../../../src/app/clock.ts";
import type { NewPage, PageJob } from "../../../src/app/paging/page-queue.ts";
import type { Store } from "../../../src/app/store.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import type { Engine } from "../../support/a-store.ts";
import { missing, now, storesOf, tenant } from "./work.ts";

type Facts = { readonly key?: string; readonly pager?: string; readonly event?: "trigger" | "acknowledge" | "resolve" };

function aPage({ key = "kms/one/1", pager = "pd", event = "trigger" }: Facts = {}): NewPage {
  const words = { summary: "event 7009", details: "all of it", source: "slack C1" };
  const paging = { key, event, round: 1, severity: "high", ...words, emails: [], at: now } as const;
  return { tenant, incident: escalationId("one"), pager, paging };
}

function add(store: Store, ...pages: readonly NewPage[]): Promise<void> {
  return store.transaction(async (tx) => {
    for (const page of pages) await tx.pages.add(page);
  });
}

function take(store: Store, at = now, except: readonly string[] = []): Promise<readonly PageJob[]> {
  return store.transaction((tx) => tx.pages.take({ now: at, until: later(at, 15_000), most: 10, except }));
}

function eventsOf(jobs: readonly PageJob[]): readonly string[] {
  return jobs.map(({ pager, paging: { event, key } }) => `${pager} ${event} ${key}`);
}

/** What every store owes to those who are woken up. */
export function pagesContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);
  describe(`pages in ${engine}`, () => {
    it("go out in order for each pager and key, and beside each other otherwise", async () => {
      const store = await stores.one();
      await add(store, aPage(), aPage({ event: "acknowledge" }), aPage({ key: "kms/one/2" }), aPage({ pager: "mail" }));
      const first = await take(store);
      expect(eventsOf(first)).toEqual(["pd trigger kms/one/1", "pd trigger kms/one/2", "mail trigger kms/one/1"]);
      expect(await take(store)).toEqual([]);
      await store.transaction((tx) => tx.pages.done(first[0] ?? missing()));
      expect(eventsOf(await take(store))).toEqual(["pd acknowledge kms/one/1"]);
    });

    it("come back with what they say when whoever took them is not heard of again", async () => {
      const store = await stores.one();
      await add(store, aPage());
      const [first] = await take(store);
      const [second] = await take(store, later(now, 15_000));
      expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
      expect(second).toMatchObject({ ...aPage(), seq: first?.seq });
    });

    it("wait as long as they are told to, and not for ever when the clock is set back", async () => {
      const store = await stores.one();
      await add(store, aPage());
      const [job = missing()] = await take(store);
      await store.transaction((tx) => tx.pages.retry(job, later(now, 30_000)));
      expect(await take(store, later(now, 29_999))).toEqual([]);
      expect(await store.transaction((tx) => tx.pages.nextDue(now))).toBe(now + 30_000);
      expect(await take(store, later(now, -86_400_000))).toHaveLength(1);
    });

    it("leave out a pager that has enough to do", async () => {
      const store = await stores.one();
      await add(store, aPage(), aPage({ pager: "mail" }));
      expect(eventsOf(await take(store, now, ["pd"]))).toEqual(["mail trigger kms/one/1"]);
    });

    it("are sent by one replica only", async () => {
      const [one, other] = await stores.two();
      await add(one, ...Array.from({ length: 20 }, (_, index) => aPage({ key: `kms/${index}/1` })));
      const taken = await Promise.all([take(one), take(other), take(one), take(other)]);
      expect(new Set(taken.flat().map(({ seq }) => seq)).size).toBe(taken.flat().length);
    });
  });
}
