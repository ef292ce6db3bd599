import { aLevelFor, aPlan, fakePager, onCallPerson } from "../support/on-call.ts";
import type { DutyOf } from "./seats/bot.ts";

/** Ben is on call, and Cem after him; everybody else who is a member may ask for help. */
export function onDuty(): DutyOf {
  const pager = fakePager();
  return ([, ben = "", cem = ""]) => {
    const people = [
      onCallPerson("ben", { slack: ben, discord: ben }),
      onCallPerson("cem", { slack: cem, discord: cem }),
    ];
    const roles = [{ role: "responder", to: "members" }] as const;
    const plan = aPlan({ people, roles }, { levels: [aLevelFor("ben"), aLevelFor("cem")] });
    return { oncall: () => plan, pagerNamed: pager.pagerNamed, pages: () => pager.told };
  };
}
