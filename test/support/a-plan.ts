import { parseOnCall } from "../../src/core/escalation/parse-oncall.ts";
import type { OnCallPlan } from "../../src/core/escalation/policy.ts";

/** Ana leads, Ben can be called, Cy administers, and Slack's group SWORK and Discord's role …9 may work; nobody else has a role. */
const TEXT = `
people:
  - {id: ana, name: Ana López, slack: UANA, discord: "100000000000000001", email: ana@example.org}
  - {id: ben, name: Ben Berg, slack: UBEN, discord: "100000000000000002", email: ben@example.org}
schedules:
  - id: primary
    name: Messaging
    zone: Europe/Berlin
    layers:
      - {name: weekly, people: [ana, ben], start: "2020-01-13T09:00", turn: 7d}
policies:
  - id: all
    levels:
      - {call: [schedule primary]}
roles:
  - {role: lead, to: [person ana]}
  - {role: admin, to: [slack UCY, discord 100000000000000003]}
  - {role: responder, to: [slack SWORK, discord role 100000000000000009]}
`;

/** The plan of a text such as `oncall.yaml`; fails with its problems. */
export function aPlan(text = TEXT): OnCallPlan {
  const parsed = parseOnCall(text, "oncall.yaml");
  if (parsed.kind === "plan") return parsed.plan;
  throw new Error(parsed.problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
}
