import * as fc from "fast-check";
import { articleId, stepId } from "../../../src/core/kb/ids.ts";
import { type Action, INCIDENT_ACTS } from "../../../src/core/resolution/action.ts";

const words = fc.string({ unit: "binary", maxLength: 40 });

/** Any action at all, about articles and steps of these ids. */
export function anyAction({
  articles = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/),
  steps = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
  revisions = fc.nat(1_000_000),
}: {
  readonly articles?: fc.Arbitrary<string>;
  readonly steps?: fc.Arbitrary<string>;
  readonly revisions?: fc.Arbitrary<number>;
} = {}): fc.Arbitrary<Action> {
  const article = articles.map(articleId);
  const step = steps.map(stepId);
  const revision = revisions;
  const onArticle = { revision, article };
  const onStep = { ...onArticle, step };
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        "done" as const,
        "failed" as const,
        "not-applicable" as const,
        "confirm" as const,
        "cancel" as const,
      ),
      ...onStep,
    }),
    fc.record({ kind: fc.constant("skip" as const), ...onStep, reason: words }),
    fc.record({ kind: fc.constant("back" as const), ...onStep, to: step }),
    fc.record({ kind: fc.constant("check" as const), ...onStep, answer: fc.nat(6) }),
    fc.record({
      kind: fc.constant("fill" as const),
      ...onStep,
      name: fc.oneof(words, fc.constant("path to the log")),
      value: words,
    }),
    fc.record({
      kind: fc.constantFrom(
        "open" as const,
        "fixed" as const,
        "not-fixed" as const,
        "abandon" as const,
        "answer" as const,
      ),
      ...onArticle,
    }),
    fc.record({ kind: fc.constantFrom("none" as const, "share" as const), revision }),
    fc.record({ kind: fc.constant("escalate" as const), revision, reason: words }),
    fc.record({ kind: fc.constant("show" as const), article }),
    fc.constant({ kind: "show-all" as const }),
    fc.record({ kind: fc.constant("assign" as const), revision, person: words }),
    fc.record({ kind: fc.constant("assign" as const), revision, person: words, of: step }),
    fc.record({
      kind: fc.constant("incident" as const),
      revision,
      act: fc.constantFrom(...INCIDENT_ACTS),
      reason: words,
    }),
  );
}
