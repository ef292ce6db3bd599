import { describe, expect, it } from "vitest";
import { type Engine, engines, type Shelf } from "../support/a-store.ts";
import { onDuty } from "./on-duty.ts";
import { scenarios } from "./list/index.ts";
import type { Scenario } from "./scenario.ts";
import type { Lacks, Room } from "./seat.ts";
import type { DutyOf } from "./seats/bot.ts";

type Circumstances = { readonly lacks?: Lacks; readonly on?: readonly Engine[] };

/** Plays every scenario on a platform, on every store; what the platform cannot do is said with its reason. */
export function playScenarios(
  platform: string,
  open: (shelf: Shelf, dutyOf?: DutyOf) => Promise<Room>,
  { lacks = {}, on = engines }: Circumstances = {},
): void {
  tellWhatIsLeftOut(platform, lacks);
  describe.each(on)(`${platform}, kept in $engine`, ({ shelf }) => {
    it.for(scenarios)("$name", async (scenario, { skip }) => {
      const reason = reasonAgainst(scenario, lacks);
      if (reason !== undefined) skip(reason);
      const isDuty = scenario.needs.includes("duty");
      const room = await open(await shelf(), isDuty ? onDuty() : undefined);
      try {
        await scenario.play(room);
        expect(room.complaints()).toEqual([]);
        expect(isDuty ? [] : room.pings()).toEqual([]);
      } finally {
        await room.leave();
      }
    });
  });
}

function reasonAgainst({ needs }: Scenario, lacks: Lacks): string | undefined {
  return needs.flatMap((ability) => lacks[ability] ?? [])[0];
}

function tellWhatIsLeftOut(platform: string, lacks: Lacks): void {
  for (const [ability, reason] of Object.entries(lacks)) {
    const without = scenarios.filter(({ needs }) => needs.some((need) => need === ability));
    process.stdout.write(`${platform}: ${without.length} scenarios need ${ability} and are not played. ${reason}\n`);
  }
}
