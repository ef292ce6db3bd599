import type { Article, CheckAnswer, CheckOutcome, StepId } from "../../../src/core/kb/article.ts";
import { articleId, stepId } from "../../../src/core/kb/ids.ts";
import type { Evidence, Match, Question, Verdict } from "../../../src/core/matching/verdict.ts";
import type { Action } from "../../../src/core/resolution/action.ts";
import { advance } from "../../../src/core/resolution/advance.ts";
import { type Case, caseId, newCase, phaseOf } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import type { Advance, Context } from "../../../src/core/resolution/outcome.ts";
import { type Deed, type Instant, instant, type Responder } from "../../../src/core/resolution/responder.ts";
import type { Reading } from "../../../src/core/signals/signal.ts";
import { aCheck, anArticle, aStep } from "../../support/builders.ts";

export const ana: Responder = { id: "U1", name: "Ana" };
export const bo: Responder = { id: "U2", name: "Bo" };

/** So many minutes after three in the morning. */
export function atMinute(minute: number): Instant {
  return instant(1_790_000_000_000 + minute * 60_000);
}

export function by(person: Responder, minute = 0): Deed {
  return { by: person, at: atMinute(minute) };
}

/** An answer to "what do you see?" and where it leads. */
export function leading(label: string, then: CheckOutcome): CheckAnswer {
  return { label, then };
}

/** Stop, back up, wipe (destructive, with a placeholder), start with a check. */
export const wipe: Article = anArticle({
  id: "Q1",
  title: "The store does not mount",
  steps: [
    aStep({ id: "stop", title: "Stop the service", risk: "changes" }),
    aStep({ id: "back-up", title: "Back up the store", risk: "changes" }),
    aStep({
      id: "wipe",
      title: "Wipe the log",
      risk: "destructive",
      requires: ["back-up"],
      commands: [{ text: 'del "<path to the log>"', language: "cmd" }],
    }),
    aStep({ id: "start", title: "Start the service", risk: "changes", check: aCheck() }),
  ],
});

/** Another article that may be right: one step that only looks, with a check that leads everywhere. */
export const look: Article = anArticle({
  id: "Q2",
  title: "The store is on the wrong disk",
  steps: [
    aStep({
      id: "look",
      title: "Look at the disk",
      commands: [{ text: "dir <path to the log>", language: "cmd" }],
      check: {
        question: "What does it say?",
        answers: [
          leading("Fine again", { kind: "fixed" }),
          leading("Still wrong", { kind: "not-fixed" }),
          leading("Smoke", { kind: "escalate" }),
          leading("Something else", { kind: "next" }),
          leading("Look again", { kind: "step", step: stepId("look") }),
        ],
      },
    }),
    aStep({ id: "move", title: "Move the store", risk: "changes" }),
  ],
});

export const articles = new Map([wipe, look].map((article) => [article.id, article]));

export function aReading(facts: Partial<Reading> = {}): Reading {
  return { text: "the store does not mount", via: "channel", signals: [], parts: [], clipped: undefined, ...facts };
}

/** A reading with an event in it. */
export function anErrorReading(id = 7009): Reading {
  const span = { start: 0, end: 4 };
  const event = {
    source: undefined,
    category: undefined,
    level: undefined,
    message: undefined,
    form: "phrase" as const,
  };
  return aReading({ text: `event ${id}`, signals: [{ kind: "event", id, ...event, span }] });
}

export function aMatch(article: Article, facts: Partial<Match> = {}): Match {
  const evidence: Evidence = { kind: "event", id: 7009, source: "Store", companion: false };
  return { article: article.id, title: article.title, confidence: 0.95, evidence: [evidence], error: 0, ...facts };
}

export function anAnswer(first: Article = wipe, ...others: readonly Article[]): Verdict {
  return { kind: "answer", matches: [aMatch(first), ...others.map((article) => aMatch(article, { confidence: 0.5 }))] };
}

export function anAsk(): Extract<Verdict, { kind: "ask" }> {
  const question: Question = {
    text: "Which of these is true?",
    options: [
      { label: "The log is full", article: wipe.id },
      { label: "The disk was changed", article: look.id },
    ],
  };
  return { kind: "ask", question, matches: [aMatch(wipe), aMatch(look)] };
}

export function silence(): Verdict {
  return { kind: "silent", why: { kind: "no-error" }, matches: [] };
}

/** A case in which the verdict was reached on one text, said by Ana at three. */
export function aCase(verdict: Verdict = anAnswer()): Case {
  return gather(newCase(caseId("thread")), anErrorReading(), verdict, by(ana));
}

export function context(person: Responder = ana, minute = 0): Context {
  return { articles, ...by(person, minute) };
}

/** The case after the action, which must move it. */
export function moved(known: Case, action: Action, who: Context = context()): Case {
  const advanced = advance(known, action, who);
  if (advanced.kind !== "moved") throw new Error(`Expected a move, but it is ${JSON.stringify(advanced)}`);
  return advanced.case;
}

export function acted(known: Case, action: Action, who: Context = context()): Advance {
  return advance(known, action, who);
}

export function opened(known: Case, article: Article = wipe): Case {
  return moved(known, { kind: "open", article: article.id, revision: known.revision });
}

/** Where the run under way stands, such as `trying stop`. */
export function standing(known: Case): string {
  const phase = phaseOf(known);
  return phase.kind === "running" ? `${phase.run.state.kind} ${phase.run.state.step}` : phase.kind;
}

/** What the present step's buttons are offered for. */
export function here(known: Case): {
  readonly article: Article["id"];
  readonly step: StepId;
  readonly revision: number;
} {
  const phase = phaseOf(known);
  if (phase.kind !== "running") throw new Error(`Expected a run, but the case is ${phase.kind}`);
  return { article: phase.run.article, step: phase.run.state.step, revision: known.revision };
}

export function done(known: Case, who: Context = context()): Case {
  return moved(known, { kind: "done", ...here(known) }, who);
}

export { articleId, stepId };
