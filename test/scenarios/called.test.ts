import { describe, expect, it, vi } from "vitest";
import { type Engine, engines, type Shelf } from "../support/a-store.ts";
import { aLevelFor, aPlan, fakePager, onCallPerson } from "../support/on-call.ts";
import { SP4 } from "../support/pastes.ts";
import type { Room } from "./seat.ts";
import { discordRoom } from "./seats/discord.ts";
import type { DutyOf } from "./seats/bot.ts";
import { slackRoom } from "./seats/slack.ts";

/** Ben is on call, and Cem after him; Ana may ask for help. */
function duty(platform: "slack" | "discord", pager: ReturnType<typeof fakePager>): DutyOf {
  return ([ana = "", ben = "", cem = ""]) => {
    const ids = (id: string) => ({ slack: undefined, discord: undefined, [platform]: id });
    const people = [onCallPerson("ben", ids(ben)), onCallPerson("cem", ids(cem))];
    const roles = [{ role: "responder", to: `${platform} ${ana}` }] as const;
    const plan = aPlan({ people, roles }, { levels: [aLevelFor("ben"), aLevelFor("cem")] });
    return { oncall: () => plan, pagerNamed: pager.pagerNamed };
  };
}

type Open = (shelf: Shelf, dutyOf: DutyOf) => Promise<Room>;

const PLATFORMS: readonly { readonly platform: "slack" | "discord"; readonly open: Open }[] = [
  { platform: "slack", open: (shelf, dutyOf) => slackRoom("socket", shelf, dutyOf) },
  { platform: "discord", open: (shelf, dutyOf) => discordRoom(shelf, {}, dutyOf) },
];

const EVERYWHERE = PLATFORMS.flatMap((one) => engines.map((on: Engine) => ({ ...one, ...on })));

describe.each(EVERYWHERE)("Ben is on call on $platform, kept in $engine", ({ platform, open, shelf }) => {
  it("is mentioned once, written to and paged; takes it by direct message after a restart, and resolves it", async () => {
    const pager = fakePager();
    const room = await open(await shelf(), duty(platform, pager));
    const { ana, ben, cem } = room;
    try {
      await ana.says(SP4);
      await ana.sees("Almost certain");
      await ana.presses("Escalate…", "mail is down");
      await ana.sees("Calling level 1: Ben.", "mail is down");
      await ben.sees("Everything is in this thread");
      await vi.waitFor(() => expect(room.pings()).toHaveLength(1), { timeout: 30_000 });
      await room.restart();
      await ben.presses("Acknowledge");
      await cem.sees("ben is on it");
      await ana.misses("Calling level 1");
      await ben.presses("Resolve");
      await ana.sees("Resolved by ben");
      expect(pager.lines().map((line) => line.split(" ")[0])).toEqual(["trigger", "acknowledge", "resolve"]);
      expect(room.pings()).toHaveLength(1);
      // A client that was just started does not know yet how busy the channel is; it is told, and waits.
      expect(room.complaints().filter((one) => !one.includes("rate limited"))).toEqual([]);
    } finally {
      await room.leave();
    }
  });
});
