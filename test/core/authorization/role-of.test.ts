import { describe, expect, it } from "vitest";
import { authorize } from "../../../src/core/authorization/authorize.ts";
import { type Actor, MEMBER, UNTOLD } from "../../../src/core/authorization/role.ts";
import { isOutsider, roleOf } from "../../../src/core/authorization/role-of.ts";
import { anActor, policy, withRole } from "./actors.ts";

describe("the role of a person", () => {
  it("counts the highest of several roles, in whatever order they are granted", () => {
    const both = { ...policy, grants: [{ role: "lead", to: "slack U0RES" } as const, ...policy.grants] };
    expect(roleOf(withRole.responder, both)).toBe("lead");
    expect(roleOf(withRole.responder, { ...both, grants: both.grants.toReversed() })).toBe("lead");
  });

  it("counts somebody of whom only the membership is known among all members, and somebody of whom nothing is known by their id alone", () => {
    const open = { ...policy, grants: [{ role: "lead", to: "members" } as const, ...policy.grants] };
    const [member, unknown] = [anActor(MEMBER), anActor(UNTOLD)];
    expect([roleOf(member, open), roleOf(unknown, open)]).toEqual(["lead", "viewer"]);
    expect(roleOf({ ...withRole.responder, ...UNTOLD }, policy)).toBe("responder");
    expect(why(UNTOLD)).toContain("Slack does not tell just now which groups you are in");
    expect(why(MEMBER)).toContain("Ask an admin to add you under roles");
    expect(isOutsider(unknown)).toBe(false);
  });

  it("takes nobody for a member, even where all members may do everything", () => {
    const open = { ...policy, grants: [{ role: "admin", to: "members" } as const] };
    expect(roleOf(anActor({ id: "" }), open)).toBe("viewer");
  });

  it("takes no group for a role whose name has a blank in it", () => {
    const grants = [{ role: "admin", to: "discord role 1 2" } as const];
    expect(roleOf(anActor({ platform: "discord", id: "9", groups: ["1 2"] }), { ...policy, grants })).toBe("viewer");
  });

  it("gives a role to all members, and to no guest, stranger or unknown person", () => {
    const open = { ...policy, grants: [{ role: "responder", to: "members" } as const] };
    const roles = (["member", "guest", "stranger", "unknown"] as const).map((membership) =>
      roleOf(anActor({ membership }), open),
    );
    expect(roles).toEqual(["responder", "viewer", "viewer", "viewer"]);
    expect(roleOf(anActor({ platform: "discord", id: "9" }), open)).toBe("responder");
  });
});

/** Why somebody may not close anything. */
function why(who: Partial<Actor>): string {
  const answer = authorize("close", anActor(who), policy);
  return answer.kind === "denied" ? answer.why : "allowed";
}
