import { describe, expect, it } from "vitest";
import type { Incident } from "../../../src/app/incidents/incident.ts";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { Store } from "../../../src/app/store.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { happened, started } from "../../core/escalation/incident-builders.ts";
import { aCase } from "../../core/resolution/builders.ts";
import type { Engine } from "../../support/a-store.ts";
import { aPlace, now, storesOf, tenant } from "./work.ts";

const known = aCase();

function anIncident(name = "one", facts: Partial<Incident> = {}): Incident {
  const escalation = { ...started().escalation, id: escalationId(name), case: known.id };
  return { escalation, home: { place: aPlace(), replyTo: "M1" }, joins: "event 7009", ...facts };
}

/** The incident after it was resolved. */
function resolved({ escalation, ...rest }: Incident): Incident {
  return { ...rest, escalation: happened(escalation, { kind: "resolve" }).escalation };
}

function save(store: Store, incident: Incident, expected = 0): Promise<"saved" | "overtaken"> {
  return store.transaction((tx) => tx.incidents(tenant).save(incident, expected));
}

/** What every store owes to those who are called. */
export function incidentsContract({ engine, shelf }: Engine): void {
  const stores = storesOf(shelf);
  const aStore = async (): Promise<Store> => {
    const store = await stores.one();
    await store.transaction((tx) => tx.cases(tenant).save(known, 0));
    return store;
  };

  describe(`incidents in ${engine}`, () => {
    it("are kept as they were, for their workspace alone, and are found by their name", async () => {
      const store = await aStore();
      const one = anIncident();
      expect(await save(store, one)).toBe("saved");
      const read = await store.transaction(async (tx) => [
        await tx.incidents(tenant).load(one.escalation.id),
        await tx.incidents(asTenantKey("slack:T2")).load(one.escalation.id),
        await tx.tenantOf(one.escalation.id),
        await tx.tenantOf(escalationId("other")),
        await tx.incidents(tenant).timeline(one.escalation.id),
      ]);
      expect(read).toEqual([one, undefined, tenant, undefined, one.escalation.timeline]);
    });

    it("have one winner: whoever writes on an old revision is told so", async () => {
      const [store, other] = await stores.two();
      await store.transaction((tx) => tx.cases(tenant).save(known, 0));
      const one = anIncident();
      const first = await Promise.all([save(store, one), save(other, one)]);
      expect(first.toSorted()).toEqual(["overtaken", "saved"]);
      const next = resolved(one);
      const second = await Promise.all([save(store, next, 1), save(other, next, 1)]);
      expect(second.toSorted()).toEqual(["overtaken", "saved"]);
      expect(await store.transaction((tx) => tx.incidents(tenant).timeline(one.escalation.id))).toEqual(
        next.escalation.timeline,
      );
    });

    it("are open once for a fingerprint, however many begin at the same moment", async () => {
      const [store, other] = await stores.two();
      await store.transaction((tx) => tx.cases(tenant).save(known, 0));
      const names = ["one", "two", "three", "four"];
      const saved = await Promise.all(names.map((name, index) => save([store, other][index % 2]!, anIncident(name))));
      expect(saved.toSorted()).toEqual(["overtaken", "overtaken", "overtaken", "saved"]);
      const id = await store.transaction((tx) => tx.incidents(tenant).openWith("event 7009"));
      expect(names).toContain(id);
      expect(await save(store, anIncident("split", { joins: undefined }))).toBe("saved");
      await save(store, resolved(anIncident(id)), 1);
      expect(await store.transaction((tx) => tx.incidents(tenant).openWith("event 7009"))).toBeUndefined();
      expect(await save(store, anIncident("again"))).toBe("saved");
    });

    it("have cases, each of which belongs to the one it was linked with last", async () => {
      const store = await aStore();
      const second = { ...known, id: caseId("second") };
      const seen = await store.transaction(async (tx) => {
        await tx.cases(tenant).save(second, 0);
        const incidents = tx.incidents(tenant);
        await incidents.save(anIncident(), 0);
        await incidents.save(anIncident("two", { joins: undefined }), 0);
        const one = escalationId("one");
        await incidents.link({ case: known.id, incident: one, place: "slack C1" });
        await incidents.link({ case: second.id, incident: one, place: "slack C2" });
        const before = await incidents.links(one);
        await incidents.link({ case: second.id, incident: escalationId("two"), place: "slack C2" });
        const open = await incidents.open(5);
        return [before.length, await incidents.ofCase(second.id), (await incidents.links(one)).length, open.length];
      });
      expect(seen).toEqual([2, "two", 1, 2]);
    });

    it("are forgotten with their case when they are over, and never while they are open", async () => {
      const store = await aStore();
      const one = anIncident();
      await save(store, one);
      const ages = { now: later(now, 86_400_000), deliveries: now, cases: later(now, 86_400_000) };
      expect(await store.transaction((tx) => tx.sweep(ages, 10))).toBe(0);
      await save(store, resolved(one), 1);
      expect(await store.transaction((tx) => tx.sweep(ages, 10))).toBe(1);
      expect(await store.transaction((tx) => tx.incidents(tenant).load(one.escalation.id))).toBeUndefined();
      expect(await store.transaction((tx) => tx.incidents(tenant).timeline(one.escalation.id))).toEqual([]);
    });

    it("call off all their timers at once, and no other's", async () => {
      const store = await aStore();
      const due = later(now, 60_000);
      await store.transaction(async (tx) => {
        for (const name of ["incident one 1 quiet", "incident one 2 level/1/0", "incident two 1 quiet"])
          await tx.inbox.schedule({ tenant, name, due });
        await tx.inbox.cancelAll({ tenant, prefix: "incident one " });
      });
      const work = await store.transaction((tx) => tx.inbox.next(due));
      expect(work).toMatchObject({ timer: { name: "incident two 1 quiet" } });
    });

    it("make offers to one person, who finds them from anywhere", async () => {
      const store = await aStore();
      const offer = { id: "o1", case: known.id, channel: "U1", post: undefined, to: "U1", actions: [], at: now };
      await store.transaction((tx) => tx.offers(tenant).add({ ...offer, incident: escalationId("one") }));
      const found = await store.transaction(async (tx) => [await tx.offerTo("U1", "o1"), await tx.offerTo("U2", "o1")]);
      expect(found).toMatchObject([{ tenant, offer: { id: "o1", incident: "one" } }, undefined]);
    });
  });
}
