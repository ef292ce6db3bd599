import type { Paged, Pager, Paging } from "../../src/core/escalation/paging.ts";
import { personId, policyId } from "../../src/core/escalation/ids.ts";
import type { Level, OnCallPlan, Person, Policy } from "../../src/core/escalation/policy.ts";

/** Ana is called first, and Bo ten minutes later: by mention, direct message and the pager `pd`. Cy can be handed over to. */
export function aPlan(facts: Partial<OnCallPlan> = {}, policy: Partial<Policy> = {}): OnCallPlan {
  return {
    people: [onCallPerson("ana"), onCallPerson("bo"), onCallPerson("cy")],
    schedules: [],
    policies: [{ ...aPolicy(), ...policy }],
    routes: [],
    pagers: [],
    roles: [
      { role: "responder", to: "slack Udee" },
      { role: "lead", to: "person ana" },
    ],
    ...facts,
  };
}

/** On Slack they are called `Uana`, as people on the fake platform are. */
export function onCallPerson(id: string, facts: Partial<Person> = {}): Person {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  return { id: personId(id), name, slack: `U${id}`, discord: undefined, email: `${id}@example.org`, ...facts };
}

export function aLevelFor(id: string, facts: Partial<Level> = {}): Level {
  return {
    targets: [{ kind: "person", person: personId(id) }],
    means: [{ kind: "mention" }, { kind: "direct" }, { kind: "pager", pager: "pd" }],
    wait: 10,
    ...facts,
  };
}

function aPolicy(): Policy {
  const levels: Policy["levels"] = [aLevelFor("ana"), aLevelFor("bo")];
  return { id: policyId("all"), levels, rounds: 1, quiet: [], automatic: false, severity: "high" };
}

/** A pager that keeps what it was told, and answers as it is bidden. */
export type FakePager = {
  readonly pagerNamed: (name: string) => Pager | undefined;
  readonly told: Paging[];
  /** `trigger kms/…/1`, a line a page that was taken. */
  readonly lines: () => readonly string[];
  readonly answer: (how: (paging: Paging) => Promise<Paged>) => void;
  readonly calls: () => number;
};

export function fakePager(names: readonly string[] = ["pd"]): FakePager {
  const told: Paging[] = [];
  let calls = 0;
  let how: ((paging: Paging) => Promise<Paged>) | undefined;
  const page = async (paging: Paging): Promise<Paged> => {
    calls++;
    const paged: Paged = (await how?.(paging)) ?? { kind: "paged" };
    if (paged.kind === "paged") told.push(paging);
    return paged;
  };
  return {
    pagerNamed: (name) => (names.includes(name) ? { name, page } : undefined),
    told,
    lines: () => told.map(({ event, key }) => `${event} ${key}`),
    answer: (next) => void (how = next),
    calls: () => calls,
  };
}
