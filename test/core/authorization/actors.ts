import type { AccessPolicy, Actor, Role } from "../../../src/core/authorization/role.ts";

/** Who was given what, on both platforms. */
export const policy: AccessPolicy = {
  isOpen: false,
  isUnusable: false,
  people: [
    { id: "ana", slack: "U0ANA", discord: "111111111111111111" },
    { id: "bo", slack: "U0BO", discord: undefined },
  ],
  grants: [
    { role: "responder", to: "slack U0RES" },
    { role: "lead", to: "slack S0LEADS" },
    { role: "lead", to: "discord role 222222222222222222" },
    { role: "responder", to: "discord 333333333333333333" },
    { role: "admin", to: "person ana" },
  ],
};

export function anActor(facts: Partial<Actor> = {}): Actor {
  return { platform: "slack", id: "U0NEW", groups: [], membership: "member", ...facts };
}

/** Somebody of each role, on Slack. */
export const withRole: Readonly<Record<Role, Actor>> = {
  viewer: anActor(),
  responder: anActor({ id: "U0RES" }),
  lead: anActor({ groups: ["S0LEADS"] }),
  admin: anActor({ id: "U0ANA" }),
};
