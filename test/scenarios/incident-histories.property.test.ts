import * as fc from "fast-check";
import { expect, it } from "vitest";
import { asTenantKey } from "../../src/app/names.ts";
import { isClosed } from "../../src/core/escalation/escalation.ts";
import { standingText } from "../../src/core/view/incident-text.ts";
import { engines } from "../support/a-store.ts";
import { aPlan } from "../support/on-call.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";
import { SEED } from "../support/platform/seed.ts";

const TENANT = asTenantKey("slack:T1");

/** One thing that happens; whatever it needs that is not there, it does nothing. */
type Move =
  | { readonly kind: "paste" | "escalate"; readonly channel: number; readonly error: number }
  /** The how-manieth button of the how-manieth incident, as it stands or as it stood when it was posted. */
  | { readonly kind: "press"; readonly incident: number; readonly button: number; readonly who: number }
  | { readonly kind: "pass"; readonly minutes: number }
  | { readonly kind: "pager"; readonly mood: "well" | "away" | "refuses" }
  | { readonly kind: "restart" };

const PEOPLE = ["ana", "bo", "cy"] as const;

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("paste" as const), channel: fc.nat(2), error: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("escalate" as const), channel: fc.nat(2), error: fc.nat(1) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("press" as const),
      incident: fc.nat(3),
      button: fc.nat(12),
      who: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 0, max: 15 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("pager" as const),
      mood: fc.constantFrom("well" as const, "away" as const, "refuses" as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);

async function happened(on: Watch, move: Move): Promise<Watch> {
  switch (move.kind) {
    case "paste":
      await on.person("dee").says(`error ${move.error + 1}`, { channel: `C${move.channel}` });
      return on;
    case "escalate": {
      const cases = messagesWith(on, "Escalate…").filter(({ channel }) => channel === `C${move.channel}`);
      const message = cases[move.error % Math.max(1, cases.length)];
      if (message !== undefined) await on.person("dee").presses("Escalate…", message, "help");
      return on;
    }
    case "press": {
      const incidents = messagesWith(on, "Add a note…");
      const message = incidents[move.incident % Math.max(1, incidents.length)];
      const labels = Object.keys(message?.sight.tokens ?? {});
      const label = labels[move.button % Math.max(1, labels.length)];
      const typed = label === "Hand over…" ? "cy" : "a word";
      if (message !== undefined && label !== undefined)
        await on.person(PEOPLE[move.who] ?? "ana").presses(label, message, typed);
      return on;
    }
    case "pass":
      await on.pass(move.minutes * 60_000);
      return on;
    case "pager":
      on.pager.answer(async () => MOODS[move.mood]);
      return on;
    case "restart":
      return on.restarted();
  }
}

const MOODS = {
  well: { kind: "paged" },
  away: { kind: "later", after: undefined, why: "503" },
  refuses: { kind: "failed", why: "it answered 400", advice: "Correct the key." },
} as const;

function messagesWith(on: Watch, label: string) {
  return on.posts().filter(({ sight }) => label in sight.tokens);
}

/** Everything that is promised of incidents, whatever happened to them. */
async function isInOrder(on: Watch): Promise<void> {
  await on.store.transaction(async (tx) => {
    const incidents = tx.incidents(TENANT);
    const open = await incidents.open(100);
    const joined = open.flatMap(({ joins }) => joins ?? []);
    expect(new Set(joined).size).toBe(joined.length);
    for (const { escalation } of open) {
      expect(isClosed(escalation)).toBe(false);
      expect(await incidents.timeline(escalation.id)).toEqual(escalation.timeline);
      expect(await incidents.ofCase(escalation.case)).toBeDefined();
      const own = (await tx.posts(TENANT).ofIncident(escalation.id)).filter(({ role }) => role === "incident");
      expect(own).toHaveLength(1);
      const shown = on.fake.wall.messages.get(own[0]?.ref?.message ?? "")?.sight.text ?? "";
      expect(shown).toContain(standingText(escalation));
    }
  });
  const pages = on.pager.told.map(({ key, event, round }) => `${key} ${event} ${round}`);
  const triggers = pages.filter((page) => page.includes(" trigger "));
  expect(new Set(triggers).size).toBe(triggers.length);
  for (const key of new Set(on.pager.told.map((page) => page.key))) {
    const events = on.pager.told.filter((page) => page.key === key).map(({ event }) => event);
    const end = events.indexOf("resolve");
    expect(end === -1 || !events.slice(end).includes("trigger")).toBe(true);
  }
}

it("keeps every promise on incidents, whatever people, clocks, pagers and restarts do", {
  timeout: 600_000,
}, async () => {
  const [engine] = engines;
  const roles = [
    { role: "responder", to: "slack Udee" },
    { role: "lead", to: "members" },
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 4, maxLength: 24, size: "max" }), async (moves) => {
      if (engine === undefined) throw new Error("Expected a store.");
      let on = await aWatch({ shelf: engine.shelf, plan: aPlan({ roles }, { rounds: 2 }) });
      for (const move of moves) {
        on = await happened(on, move);
        await on.settle();
      }
      on.pager.answer(async () => MOODS.well);
      await on.pass(120_000);
      await isInOrder(on);
      expect(on.warnings.filter((warning) => !warning.startsWith("Cannot page by pd"))).toEqual([]);
      await on.bot.stop();
      await on.store.close();
    }),
    { seed: SEED, numRuns: Number(process.env["RUNS"] ?? 40) },
  );
});
