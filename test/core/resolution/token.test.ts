import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, stepId } from "../../../src/core/kb/ids.ts";
import type { Action } from "../../../src/core/resolution/action.ts";
import { readAction, writeAction } from "../../../src/core/resolution/token.ts";
import { anyAction } from "./arbitraries.ts";

describe("a button's token", () => {
  it("says what the button says, whatever its ids and words are", () => {
    fc.assert(
      fc.property(anyAction(), (action) => {
        expect(readAction(writeAction(action))).toEqual(action);
      }),
      { numRuns: 1_000 },
    );
  });

  it("fits into Discord's 100 characters for usual ids", () => {
    const on = {
      revision: 123_456,
      article: articleId("KB0274321"),
      step: stepId("restart-the-key-management-service"),
    };
    const longest: Action = { kind: "back", ...on, to: stepId("back-up-the-exchange-databases") };
    expect(writeAction(longest).length).toBeLessThanOrEqual(100);
    const fill: Action = { kind: "fill", ...on, name: "path to kmsmdb.edb", value: "" };
    expect(writeAction(fill).length).toBeLessThanOrEqual(100);
  });

  it("has only characters that every platform keeps as they are", () => {
    fc.assert(
      fc.property(anyAction(), (action) => {
        expect(writeAction(action)).toMatch(/^[A-Za-z0-9._~+-]+$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is not understood when it is anything else, rather than misunderstood", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const action = readAction(text);
        expect(action === undefined || writeAction(action) === text).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is not understood when a character of it was changed into nonsense", () => {
    const place = fc.tuple(anyAction(), fc.nat(), fc.constantFrom("!", " ", "%", "ß", "\n"));
    fc.assert(
      fc.property(place, ([action, at, wrong]) => {
        const token = writeAction(action);
        const index = at % token.length;
        expect(readAction(token.slice(0, index) + wrong + token.slice(index + 1))).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    "",
    "1",
    "1.",
    "1.dn",
    "1.dn.5",
    "1.dn.5.Q1",
    "0.no.1",
    "2.no.1",
    "1.no",
    "1.no.NaN",
    "1.no.01",
    "1.zz.1",
    "1.no.1.x",
    "1.op.1.<b>",
    "1.sw.constructor.x",
    "1.__proto__.1",
  ])("is not understood when it is %j", (token) => {
    expect(readAction(token)).toBeUndefined();
  });
});
