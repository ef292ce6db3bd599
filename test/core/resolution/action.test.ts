import { describe, expect, it } from "vitest";
import { withInput } from "../../../src/core/resolution/action.ts";
import { here, opened, aCase } from "./builders.ts";

const at = here(opened(aCase()));

describe("what is typed into a form", () => {
  it.each([
    [{ kind: "skip", ...at, reason: "" }, { reason: "no console" }],
    [{ kind: "escalate", revision: 1, reason: "" }, { reason: "no console" }],
    [{ kind: "assign", revision: 1, person: "" }, { person: "no console" }],
    [
      { kind: "fill", ...at, name: "path", value: "" },
      { name: "path", value: "no console" },
    ],
  ] as const)("is the reason, the person or the value of %j", (action, filled) => {
    expect(withInput(action, "no console")).toEqual({ ...action, ...filled });
  });

  it("changes nothing of an action that asks for nothing", () => {
    const action = { kind: "done", ...at } as const;
    expect(withInput(action, "typed")).toBe(action);
  });
});
