import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorize, type Deed, DEEDS } from "../../../src/core/authorization/authorize.ts";
import { deedOf } from "../../../src/core/authorization/deed-of.ts";
import { type AccessPolicy, type Actor, ROLES, type Role } from "../../../src/core/authorization/role.ts";
import { roleOf } from "../../../src/core/authorization/role-of.ts";
import { anyAction } from "../resolution/arbitraries.ts";

const policy: AccessPolicy = {
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

function anActor(facts: Partial<Actor> = {}): Actor {
  return { platform: "slack", id: "U0NEW", groups: [], isGuest: false, ...facts };
}

const withRole: Readonly<Record<Role, Actor>> = {
  viewer: anActor(),
  responder: anActor({ id: "U0RES" }),
  lead: anActor({ groups: ["S0LEADS"] }),
  admin: anActor({ id: "U0ANA" }),
};

/** The whole matrix, written out: v viewer, r responder, l lead, a admin. */
const MATRIX: Readonly<Record<Deed, string>> = {
  look: "vrla",
  ask: "vrla",
  status: "vrla",
  oncall: "vrla",
  share: "vrla",
  work: "rla",
  note: "rla",
  escalate: "rla",
  acknowledge: "rla",
  resolve: "rla",
  "hand-over": "rla",
  export: "rla",
  "next-level": "la",
  "escalate-to-level": "la",
  severity: "la",
  close: "la",
  merge: "la",
  split: "la",
  override: "la",
  edit: "a",
  configure: "a",
};

const deeds = DEEDS;

describe("authorization", () => {
  it.each(deeds.flatMap((deed) => ROLES.map((role) => ({ deed, role }))))(
    "answers a $role who wants to $deed as the matrix says",
    ({ deed, role }) => {
      const allowed = MATRIX[deed].includes(role[0]!);
      expect(authorize(deed, withRole[role], policy).kind).toBe(allowed ? "allowed" : "denied");
    },
  );

  it("has a line in the matrix for everything that can be asked for", () => {
    expect(deeds.toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  it.each([
    ["a member by id", withRole.responder, "responder"],
    ["a member of a user group", withRole.lead, "lead"],
    ["a person of oncall.yaml on Slack", withRole.admin, "admin"],
    ["a person of oncall.yaml on Discord", anActor({ platform: "discord", id: "111111111111111111" }), "admin"],
    ["somebody with a Discord role", anActor({ platform: "discord", id: "9", groups: ["222222222222222222"] }), "lead"],
    ["somebody by Discord id", anActor({ platform: "discord", id: "333333333333333333" }), "responder"],
    ["a Discord user with the id of a role", anActor({ platform: "discord", id: "222222222222222222" }), "viewer"],
    ["a Slack id on Discord", anActor({ platform: "discord", id: "U0RES" }), "viewer"],
    ["a person of the terminal", anActor({ platform: "terminal", id: "ana" }), "admin"],
    ["somebody who can be called", anActor({ id: "U0BO" }), "responder"],
    ["a stranger", anActor(), "viewer"],
    ["nobody", anActor({ id: "" }), "viewer"],
    ["an id with a blank in it", anActor({ platform: "discord", id: "role 222222222222222222" }), "viewer"],
  ] as const)("knows %s", (_, who, role) => {
    expect(roleOf(who, policy)).toBe(role);
  });

  it("takes guests for viewers, whatever was granted to them", () => {
    expect(authorize("acknowledge", { ...withRole.admin, isGuest: true }, policy)).toEqual({
      kind: "denied",
      why: "Cannot acknowledge: guests and people from other workspaces only look. Ask a member of this workspace.",
    });
  });

  it("denies with the role it takes and the way to it", () => {
    expect(authorize("close", withRole.responder, policy)).toEqual({
      kind: "denied",
      why: "Cannot close: it takes the role lead. Ask an admin to add you under roles in oncall.yaml.",
    });
  });

  it("denies what nobody thought of", () => {
    expect(authorize(JSON.parse('"constructor"'), withRole.admin, policy).kind).toBe("denied");
  });

  it("lets nobody do more than look, ask and share when nothing was granted", () => {
    const open = deeds.filter(
      (deed) => authorize(deed, withRole.viewer, { grants: [], people: policy.people }).kind === "allowed",
    );
    expect(open).toEqual(["look", "ask", "status", "oncall", "share"]);
  });

  it("has a deed for every action, and a higher role never loses one", () => {
    fc.assert(
      fc.property(anyAction(), (action) => {
        const answers = ROLES.map((role) => authorize(deedOf(action), withRole[role], policy).kind);
        expect(answers.lastIndexOf("denied")).toBeLessThan(
          answers.includes("allowed") ? answers.indexOf("allowed") : 4,
        );
        expect(answers[3]).toBe("allowed");
      }),
      { numRuns: 1000 },
    );
  });
});
