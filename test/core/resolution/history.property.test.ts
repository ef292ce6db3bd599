import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/core/resolution/action.ts";
import { advance } from "../../../src/core/resolution/advance.ts";
import { type Case, type Phase, phaseOf } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import { caseView } from "../../../src/core/view/case-view.ts";
import type { View } from "../../../src/core/view/view.ts";
import { anyAction } from "./arbitraries.ts";
import {
  aCase,
  ana,
  anAnswer,
  anAsk,
  anErrorReading,
  articles,
  aReading,
  bo,
  by,
  context,
  look,
  silence,
  wipe,
} from "./builders.ts";

const verdict = fc.constantFrom(anAnswer(wipe, look), anAnswer(look), anAsk(), silence());
const reading = fc.oneof(fc.nat(9).map(anErrorReading), fc.constant(aReading()));
const wild = anyAction({
  articles: fc.constantFrom("Q1", "Q2", "Q404"),
  steps: fc.constantFrom("stop", "back-up", "wipe", "start", "look", "move", "gone"),
  revisions: fc.nat(30),
});

/** What happens next: a wild action, a button of the present view, an old button, or more talk. */
const event = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wild" as const), action: wild }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("press" as const), nth: fc.nat(20), back: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hear" as const), reading, verdict }) },
);
const history = fc.record({ first: verdict, events: fc.array(event, { maxLength: 25 }) });

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function buttonsOf(view: View): readonly Action[] {
  return view.blocks
    .flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []))
    .map(({ action }) => action);
}

/** The action of the event, if it is one: `press` takes a button of the view so many changes ago. */
function actionOf(occurred: Event, past: readonly Case[]): Action | undefined {
  if (occurred.kind === "hear") return undefined;
  if (occurred.kind === "wild") return occurred.action;
  const then = past[Math.max(0, past.length - 1 - occurred.back)];
  const offered = then === undefined ? [] : buttonsOf(caseView(then, articles));
  const action = offered[occurred.nth % Math.max(1, offered.length)];
  return action === undefined || !("reason" in action) ? action : { ...action, reason: "because" };
}

/** Lives through the history and looks at every change. */
function live(
  events: readonly Event[],
  first: Case,
  check: (before: Case, action: Action, result: ReturnType<typeof advance>) => void,
): Case {
  const past = [first];
  for (const occurred of events) {
    const known = past.at(-1) ?? first;
    const action = actionOf(occurred, past);
    if (action !== undefined) {
      const result = advance(known, action, context(bo, past.length));
      check(known, action, result);
      past.push(result.case);
    } else if (occurred.kind === "hear")
      past.push(gather(known, occurred.reading, occurred.verdict, by(ana, past.length)));
  }
  return past.at(-1) ?? first;
}

function isTryingToWipe(phase: Phase): phase is Extract<Phase, { kind: "running" }> {
  return phase.kind === "running" && phase.run.state.kind === "trying" && phase.run.state.step === "wipe";
}

const runs = { numRuns: 1_000 };

describe("whatever happens in a thread", () => {
  it("a move makes exactly one new revision and one line of history; anything else changes nothing", () => {
    fc.assert(
      fc.property(history, ({ first, events }) => {
        live(events, aCase(first), (before, _action, { kind, case: after }) => {
          const grown = kind === "moved" ? 1 : 0;
          expect(after.revision).toBe(before.revision + grown);
          expect(after.timeline.slice(0, after.timeline.length - grown)).toEqual(before.timeline);
          expect(after === before).toBe(kind !== "moved");
        });
      }),
      runs,
    );
  });

  it("the same click twice moves at most once", () => {
    fc.assert(
      fc.property(history, ({ first, events }) => {
        live(events, aCase(first), (_before, action, result) => {
          const second = advance(result.case, action, context());
          expect(result.kind === "moved" && second.kind === "moved").toBe(false);
        });
      }),
      runs,
    );
  });

  it("a button of the present view is never late", () => {
    fc.assert(
      fc.property(history, ({ first, events }) => {
        const known = live(events, aCase(first), () => undefined);
        for (const action of buttonsOf(caseView(known, articles))) {
          expect([action.kind, advance(known, action, context()).kind]).not.toEqual([action.kind, "stale"]);
        }
      }),
      runs,
    );
  });

  it("a step that cannot be undone is only ever tried after its backup was done and somebody said yes", () => {
    fc.assert(
      fc.property(history, ({ first, events }) => {
        live(events, aCase(first), (before, _action, result) => {
          const [was, is] = [phaseOf(before), phaseOf(result.case)];
          if (result.kind !== "moved" || !isTryingToWipe(is)) return;
          expect(is.run.records.findLast((record) => record.step === "back-up")?.outcome.kind).toBe("done");
          expect(was).toMatchObject({
            run: { state: { kind: expect.stringMatching(/^(confirming|trying)$/), step: "wipe" } },
          });
        });
      }),
      runs,
    );
  });

  it("the case is plain data: it comes back from JSON the same, and says the same", () => {
    fc.assert(
      fc.property(history, ({ first, events }) => {
        const known = live(events, aCase(first), () => undefined);
        const back: Case = JSON.parse(JSON.stringify(known));
        expect(back).toEqual(structuredClone(known));
        expect(caseView(back, articles)).toEqual(caseView(known, articles));
      }),
      runs,
    );
  });
});
