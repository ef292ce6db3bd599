import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pauseAfter } from "../../src/core/escalation/page-retry.ts";
import type { Pager, Paging } from "../../src/core/escalation/paging.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import type { Mood } from "../adapters/pager/faulty-server.ts";

/** The service behind a pager, as a test sees it. */
export type PagerService = {
  readonly setMood: (mood: (request: number) => Mood) => void;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
  /** The dedup keys of the pages that the service took, and everything it was sent. */
  readonly keysTaken: () => readonly string[];
  readonly everything: () => string;
};

export type PagerStand = { readonly service: PagerService; readonly pager: Pager };

export function aPaging(facts: Partial<Paging> = {}): Paging {
  return {
    key: "kms/case-1/1",
    event: "trigger",
    round: 1,
    severity: "high",
    summary: "event MSExchangeKMS 5389",
    details: "Tried:\n- Stop the service: done (Ana)",
    source: "#mail",
    link: "https://chat.example.org/p1",
    emails: ["ana@example.org"],
    at: instant(1_790_000_000_000),
    ...facts,
  };
}

/** What a pause costs on the wall in these tests, and what a request may take. */
export const TEST_TIMEOUT = 200;
const REAL_TIMEOUT = 8_000;

const TRANSIENT: readonly Mood[] = ["too-many", "broken", "hang", "reset", "reset-after", "nonsense"];

/** What every pager owes. `moods` are the ones that its service can have. */
export function pagerContract(
  name: string,
  stand: () => Promise<PagerStand>,
  moods: readonly Mood[] = TRANSIENT,
  outages = 1_000,
): void {
  describe(`the pager ${name}`, () => {
    let service: PagerService;
    let pager: Pager;
    beforeAll(async () => void ({ service, pager } = await stand()));
    beforeEach(() => {
      service.forget();
      service.setMood(() => "well");
    });
    afterAll(() => service.close());

    it("pages, acknowledges and resolves", async () => {
      for (const event of ["trigger", "acknowledge", "resolve"] as const)
        expect(await pager.page(aPaging({ event }))).toEqual({ kind: "paged" });
      expect(new Set(service.keysTaken())).toEqual(new Set(["kms/case-1/1"]));
    });

    it("says the same key for the same level, however often, and another for another level", async () => {
      await pager.page(aPaging());
      await pager.page(aPaging({ round: 2 }));
      await pager.page(aPaging({ key: "kms/case-1/2" }));
      expect(service.keysTaken()).toEqual(["kms/case-1/1", "kms/case-1/1", "kms/case-1/2"]);
    });

    it("sends no secret, whatever it is given", async () => {
      await pager.page(
        aPaging({
          summary: "Password=tiger12;",
          details: "psql postgres://u:tiger12@h/db",
          source: "token=ghp_x password: tiger12",
        }),
      );
      expect(service.everything()).not.toContain("tiger12");
      expect(service.everything()).toContain("removed]");
    });

    it.each(moods)("waits and tries again when the service is %s", async (mood) => {
      service.setMood(() => mood);
      const paged = await pager.page(aPaging());
      expect(paged.kind).toBe("later");
      const asked = paged.kind === "later" ? paged.after : 0;
      expect(mood === "too-many" ? [7_000, undefined] : [undefined]).toContain(asked);
    });

    it("gives up with the reason and the way out when the service says never", async () => {
      service.setMood(() => "bad-request");
      const paged = await pager.page(aPaging());
      expect(paged).toMatchObject({
        kind: "failed",
        why: expect.not.stringContaining("tiger12"),
        advice: expect.stringMatching(/\w/),
      });
    });

    it(`pages within 30 s of the service's return, ${outages} of ${outages} times, with one key`, {
      timeout: 120_000,
    }, async () => {
      const quick = moods.filter((mood) => mood !== "hang");
      let late = 0;
      for (let outage = 0; outage < outages; outage++) {
        service.forget();
        const clock = virtualClock();
        const back = 1_000 + ((outage * 7_919) % 300_000);
        const usual: readonly Mood[] = outage % 50 === 0 ? moods : quick;
        service.setMood((request) => (clock.now() >= back ? "well" : usual[(outage + request) % usual.length]!));
        const before = clock.now();
        await persist(clock.slowed(pager), clock.sleep);
        expect(new Set(service.keysTaken()).size).toBe(1);
        if (clock.now() - Math.max(before, back) > 30_000) late++;
      }
      expect(late).toBe(0);
    });
  });
}

type VirtualClock = {
  readonly now: () => number;
  readonly sleep: (pause: number) => Promise<void>;
  readonly slowed: (pager: Pager) => Pager;
};

/** Pauses take no time on the wall; a request that ran out of time took as long as it may in earnest. */
function virtualClock(): VirtualClock {
  let time = 0;
  const slowed = ({ name, page }: Pager): Pager => ({
    name,
    page: async (paging) => {
      const paged = await page(paging);
      time += paged.kind === "later" && /in time|not reached/.test(paged.why) ? REAL_TIMEOUT : 50;
      return paged;
    },
  });
  return { now: () => time, sleep: async (pause) => void (time += pause), slowed };
}

/** Pages with the pauses that the bot makes, until the service takes it. */
async function persist(pager: Pager, sleep: VirtualClock["sleep"]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const paged = await pager.page(aPaging());
    if (paged.kind === "paged") return;
    if (paged.kind === "failed") throw new Error(`Expected the page to be taken, but ${paged.why}.`);
    await sleep(pauseAfter(attempt, paged));
  }
}
