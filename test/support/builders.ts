import type { Article, ArticleSignals, Check, EventSignature, Samples, Step } from "../../src/core/kb/article.ts";
import { articleId, stepId } from "../../src/core/kb/ids.ts";

/** What a test may say about an article; ids are plain strings, and `eventIds` is short for `signals.events`. */
type ArticleFacts = Partial<Omit<Article, "id" | "signals" | "samples">> & {
  readonly id?: string;
  readonly eventIds?: readonly number[];
  readonly signals?: Partial<ArticleSignals>;
  readonly samples?: Partial<Samples>;
};

/** An article that is complete and dull: the test names only what matters to it. */
export function anArticle({
  id = "Q100001",
  eventIds = [],
  signals = {},
  samples = {},
  ...facts
}: ArticleFacts = {}): Article {
  return {
    ...DULL,
    ...facts,
    id: articleId(id),
    signals: someSignals({ eventIds, signals }),
    samples: { finds: [], ignores: [], ...samples },
  };
}

const DULL: Omit<Article, "id" | "signals" | "samples"> = {
  title: "The print spooler does not start",
  aliases: [],
  products: [],
  versions: [],
  tags: [],
  owner: "on-call@example.org",
  review: "2027-06-30",
  sources: [],
  related: [],
  distinguishing: undefined,
  summary: "",
  symptoms: "The print spooler does not start after a restart.",
  cause: "A driver is missing.",
  notes: "",
  steps: [],
};

function someSignals({
  eventIds,
  signals,
}: {
  readonly eventIds: readonly number[];
  readonly signals: Partial<ArticleSignals>;
}): ArticleSignals {
  const events = eventIds.map((id) => anEvent({ id }));
  return { events, codes: [], messages: [], names: [], patterns: [], positions: [], ...signals };
}

/** A telling event without a source. */
export function anEvent(facts: Partial<EventSignature> = {}): EventSignature {
  return {
    id: 7009,
    source: undefined,
    category: undefined,
    level: undefined,
    text: undefined,
    role: "telling",
    ...facts,
  };
}

type StepFacts = Partial<Omit<Step, "id" | "requires">> & {
  readonly id?: string;
  readonly requires?: readonly string[];
};

/** A harmless step without a check. */
export function aStep({ id = "look", requires = [], ...facts }: StepFacts = {}): Step {
  const dull = {
    title: "Look at the service",
    text: "Open Services.",
    commands: [],
    risk: "read-only" as const,
    check: undefined,
  };
  return { ...dull, ...facts, id: stepId(id), requires: requires.map(stepId) };
}

/** "Does the service start now?": yes ends the run, no leads on. */
export function aCheck(facts: Partial<Check> = {}): Check {
  const answers = [
    { label: "Yes", then: { kind: "fixed" as const } },
    { label: "No", then: { kind: "next" as const } },
  ];
  return { question: "Does the service start now?", answers, ...facts };
}
