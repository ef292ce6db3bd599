import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorize } from "../../../src/core/authorization/authorize.ts";
import { deedOf } from "../../../src/core/authorization/deed-of.ts";
import { ROLES } from "../../../src/core/authorization/role.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { anyAction } from "../resolution/arbitraries.ts";
import { policy, withRole } from "./actors.ts";

describe("what a button wishes", () => {
  it("knows no deed of an action that there is not", () => {
    expect(() => deedOf(JSON.parse('{"kind": "format the disk"}'))).toThrow("format the disk");
  });

  it.each([
    [{ kind: "show", article: articleId("Q1") }, "look"],
    [{ kind: "show-all" }, "look"],
    [{ kind: "share", revision: 1 }, "share"],
    [{ kind: "escalate", revision: 1, reason: "all was tried" }, "escalate"],
    [{ kind: "incident", revision: 1, act: "split", reason: "" }, "split"],
    [{ kind: "none", revision: 1 }, "work"],
    [{ kind: "abandon", revision: 1, article: articleId("Q1") }, "work"],
  ] as const)("takes a button that says %j for the wish to %s", (action, deed) => {
    expect(deedOf(action)).toBe(deed);
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
