import { expect, it } from "vitest";
import { lineView } from "../../../src/core/view/line-view.ts";
import { textOf } from "../../../src/core/view/rich.ts";
import type { Person } from "../../../src/core/escalation/policy.ts";
import { aPerson } from "../escalation/incident-builders.ts";

const mentionOf = ({ slack, name }: Person) => (slack === undefined ? undefined : { user: slack, name });

function inlinesOf(text: string, ...people: readonly Person[]) {
  const [block] = lineView(text, people, mentionOf).blocks;
  return block.kind === "paragraph" ? block.text : [];
}

it("mentions people where it says their names", () => {
  expect(inlinesOf("Calling ana, bo.", aPerson("ana"), aPerson("bo"))).toEqual([
    { kind: "plain", text: "Calling " },
    { kind: "mention", user: "UANA", name: "ana" },
    { kind: "plain", text: ", " },
    { kind: "mention", user: "UBO", name: "bo" },
    { kind: "plain", text: "." },
  ]);
});

it("mentions at its end whom it does not name, and only names whom the platform does not know", () => {
  expect(textOf(inlinesOf("Everybody was called.", aPerson("ana")))).toBe("Everybody was called. ana");
  const stranger = { ...aPerson("cy"), slack: undefined };
  expect(inlinesOf("Calling cy.", stranger)).toEqual([{ kind: "plain", text: "Calling cy." }]);
});
