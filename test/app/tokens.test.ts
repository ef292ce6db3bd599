import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionsOf, readToken, tokensOf } from "../../src/app/actions-of.ts";
import { newName } from "../../src/app/names.ts";
import { secureRandom } from "../../src/app/random.ts";
import { caseView } from "../../src/core/view/case-view.ts";
import { aCase, anAsk, articles, opened } from "../core/resolution/builders.ts";

describe("a button's token", () => {
  it.each([
    { state: "an answer", known: aCase() },
    { state: "a question", known: aCase(anAsk()) },
    { state: "a step", known: opened(aCase()) },
  ])("leads back to the action it was made for, in $state", ({ known }) => {
    const view = caseView(known, articles);
    const offer = newName(secureRandom);
    const tokenOf = tokensOf(view, offer);
    for (const [index, action] of actionsOf(view).entries()) {
      expect(tokenOf(action)).toMatch(/^[a-z0-9.]{3,40}$/);
      expect(readToken(tokenOf(action))).toEqual({ offer, index });
    }
  });

  it("is none when it is anything else, whatever that is", () => {
    const isToken = /^[a-z0-9]{1,24}\.[a-z0-9]{1,3}$/;
    const property = fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(readToken(text) === undefined).toBe(!isToken.test(text));
    });
    fc.assert(property);
  });

  it("is made of a name that nobody can guess", () => {
    const names = Array.from({ length: 1_000 }, () => newName(secureRandom));
    expect(new Set(names).size).toBe(1_000);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]{20}$/);
  });
});
