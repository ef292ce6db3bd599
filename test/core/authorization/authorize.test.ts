import { describe, expect, it } from "vitest";
import { authorize, type Deed, DEEDS } from "../../../src/core/authorization/authorize.ts";
import { NOBODY } from "../../../src/core/escalation/policy.ts";
import { accessPolicyOf } from "../../../src/core/authorization/access-policy.ts";
import { type Actor, type Membership, ROLES, type Role } from "../../../src/core/authorization/role.ts";
import { roleOf } from "../../../src/core/authorization/role-of.ts";
import { anActor, policy, withRole } from "./actors.ts";

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
  mute: "rla",
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

/** What somebody who only looks cannot do, as the sentence names it. */
const REFUSALS: Readonly<Partial<Record<Deed, string>>> = {
  work: "work through steps",
  note: "add a note",
  escalate: "escalate",
  acknowledge: "acknowledge",
  resolve: "resolve",
  "hand-over": "hand over",
  export: "export the timeline",
  mute: "mute or unmute me",
  "next-level": "call the next level",
  "escalate-to-level": "call a level",
  severity: "change the severity",
  close: "close",
  merge: "merge incidents",
  split: "split an incident",
  override: "override a schedule",
  edit: "edit articles",
  configure: "change how I listen here",
};

/** Every role, given by an id, a group or a person, on every platform, for everybody that a platform knows. */
function everybody() {
  const memberships: readonly Membership[] = ["member", "guest", "stranger", "unknown"];
  return Object.entries(WAYS).flatMap(([way, { actor, role, byGroup }]) =>
    memberships.flatMap((membership) =>
      [true, false].map((isConfigured) => ({
        who: `${way}, ${membership}, ${isConfigured ? "with" : "without"} an oncall.yaml,`,
        actor: { ...actor, membership },
        isConfigured,
        role: roleIn(membership, isConfigured, { role, byGroup }, actor.platform),
      })),
    ),
  );
}

const WAYS: Readonly<Record<string, { readonly actor: Actor; readonly role: Role; readonly byGroup?: boolean }>> = {
  "somebody on Slack": { actor: anActor(), role: "viewer" },
  "a responder by their Slack id": { actor: anActor({ id: "U0RES" }), role: "responder" },
  "somebody of Slack who can be called": { actor: anActor({ id: "U0BO" }), role: "responder" },
  "a lead by a Slack group": { actor: anActor({ groups: ["S0LEADS"] }), role: "lead", byGroup: true },
  "an admin on Slack": { actor: anActor({ id: "U0ANA" }), role: "admin" },
  "somebody on Discord": { actor: anActor({ platform: "discord", id: "9" }), role: "viewer" },
  "a responder by their Discord id": {
    actor: anActor({ platform: "discord", id: "333333333333333333" }),
    role: "responder",
  },
  "a lead by a Discord role": {
    actor: anActor({ platform: "discord", id: "9", groups: ["222222222222222222"] }),
    role: "lead",
    byGroup: true,
  },
  "an admin on Discord": { actor: anActor({ platform: "discord", id: "111111111111111111" }), role: "admin" },
  "somebody at the terminal": { actor: anActor({ platform: "terminal", id: "root" }), role: "responder" },
  "an admin at the terminal": { actor: anActor({ platform: "terminal", id: "ana" }), role: "admin" },
};

function roleIn(
  membership: Membership,
  isConfigured: boolean,
  { role, byGroup = false }: { readonly role: Role; readonly byGroup?: boolean | undefined },
  platform: Actor["platform"],
): Role {
  if (membership === "guest" || membership === "stranger") return "viewer";
  if (!isConfigured) return "responder";
  return byGroup && membership === "unknown" && platform !== "terminal" ? "viewer" : role;
}

describe("authorization", () => {
  it.each(deeds.flatMap((deed) => ROLES.map((role) => ({ deed, role }))))(
    "answers a $role who wants to $deed as the matrix says",
    ({ deed, role }) => {
      const allowed = MATRIX[deed].includes(role[0]!);
      expect(authorize(deed, withRole[role], policy).kind).toBe(allowed ? "allowed" : "denied");
    },
  );

  it.each(everybody())("answers $who who wants to do anything as the matrix says", ({ actor, role, isConfigured }) => {
    const rules = isConfigured ? policy : accessPolicyOf(undefined);
    for (const deed of deeds) {
      const isSetting = !isConfigured && deed === "configure" && role === "responder";
      const allowed = MATRIX[deed].includes(role[0]!) || isSetting;
      expect({ deed, answer: authorize(deed, actor, rules).kind }).toEqual({
        deed,
        answer: allowed ? "allowed" : "denied",
      });
    }
  });

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
    expect(authorize("acknowledge", { ...withRole.admin, membership: "guest" }, policy)).toEqual({
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

  it.each(Object.entries(REFUSALS))("refuses %s in words that say what was wanted", (deed, doing) => {
    const answer = authorize(deeds.find((one) => one === deed)!, withRole.viewer, policy);
    const least = ROLES.find((role) => MATRIX[deeds.find((one) => one === deed)!].startsWith(role[0]!));
    expect(answer).toEqual({
      kind: "denied",
      why: `Cannot ${doing}: it takes the role ${least}. Ask an admin to add you under roles in oncall.yaml.`,
    });
  });

  it("denies what nobody thought of", () => {
    expect(authorize(JSON.parse('"constructor"'), withRole.admin, policy)).toEqual({
      kind: "denied",
      why: "Cannot constructor: there is no such thing to allow.",
    });
    expect(authorize(JSON.parse('"toString"'), withRole.admin, accessPolicyOf(undefined)).kind).toBe("denied");
  });

  it("says so when the platform keeps to itself who somebody is", () => {
    expect(why({ groups: "unknown" })).toBe(
      "Cannot close: it takes the role lead, and Slack does not tell just now which groups you are in. Try again in a minute, or ask a colleague.",
    );
    expect(why({ membership: "unknown" })).toBe(why({ groups: "unknown" }));
    expect(why({ platform: "discord", id: "9", groups: "unknown" })).toBe(
      "Cannot close: it takes the role lead, and Discord does not tell here which roles you have. Say it in a channel of your server.",
    );
    expect(why({ platform: "terminal", groups: "unknown" })).toContain("Ask an admin to add you under roles");
  });

  it("says what is missing where nobody has a role", () => {
    expect(authorize("override", anActor(), accessPolicyOf(undefined))).toEqual({
      kind: "denied",
      why: "Cannot override a schedule: it takes the role lead, and nobody has one. Say who has it in oncall.yaml.",
    });
  });

  it("restricts nobody of whom nothing was said, and knows nobody by name then", () => {
    expect(accessPolicyOf(undefined)).toEqual({ isOpen: true, isUnusable: false, grants: [], people: [] });
  });

  it("lets nobody do more than look, ask and share when nothing was granted", () => {
    const open = deeds.filter((deed) => authorize(deed, withRole.viewer, { ...policy, grants: [] }).kind === "allowed");
    expect(open).toEqual(["look", "ask", "status", "oncall", "share"]);
  });

  it("says that oncall.yaml is broken where that is why somebody only looks, and to no guest", () => {
    const unusable = accessPolicyOf(NOBODY);
    expect(authorize("escalate", withRole.admin, unusable)).toMatchObject({
      kind: "denied",
      why: expect.stringContaining("oncall.yaml is broken"),
    });
    expect(authorize("escalate", anActor({ membership: "guest" }), unusable)).toMatchObject({
      why: expect.stringContaining("guests and people from other workspaces only look"),
    });
    expect(authorize("look", withRole.viewer, unusable).kind).toBe("allowed");
  });
});

/** Why somebody may not close anything. */
function why(who: Partial<Actor>): string {
  const answer = authorize("close", anActor(who), policy);
  return answer.kind === "denied" ? answer.why : "allowed";
}
