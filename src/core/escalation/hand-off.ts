import type { Case } from "../resolution/case.ts";
import { phaseOf } from "../resolution/case.ts";
import type { ArticleLookup } from "../resolution/outcome.ts";
import type { Instant } from "../resolution/responder.ts";
import type { Run, StepRecord } from "../resolution/run.ts";
import { redact } from "../redaction/redact.ts";
import { outcomeText } from "../view/record-text.ts";
import { shortened, textOf } from "../view/rich.ts";
import { sharedText, similarOf } from "../view/similar.ts";
import { whyBriefly } from "../view/why.ts";
import { type Fingerprint, errorFingerprint } from "./fingerprint.ts";

/** All that somebody needs who comes to an incident late; at most a screen, and without secrets. */
export type HandOff = {
  readonly fingerprint: Fingerprint;
  readonly severity: string;
  readonly reason: string;
  /** Where it was seen, what people call it as far as that is known, and how often in each place. */
  readonly seen: readonly Seen[];
  readonly asked: { readonly by: string; readonly at: Instant } | undefined;
  readonly candidates: readonly { readonly article: string; readonly title: string; readonly why: string }[];
  readonly steps: readonly HandOffStep[];
  /** How many steps were made before those that are listed. */
  readonly earlierSteps: number;
  readonly ruledOut: readonly { readonly article: string; readonly title: string }[];
  readonly next: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

type Seen = { readonly place: string; readonly name?: string | undefined; readonly count: number };

export type HandOffStep = {
  readonly title: string;
  readonly outcome: string;
  readonly by: string;
  readonly at: Instant;
};

/** What a screen has room for. */
const MOST = { candidates: 3, steps: 8, ruledOut: 4, links: 4, places: 5 } as const;

/** What the case does not know of itself. */
export type Circumstances = {
  readonly severity: string;
  readonly places: readonly Seen[];
  readonly articles: ArticleLookup;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

/** The packet for a case. Deterministic: the same case gives the same packet. */
export function handOff(known: Case, { severity, places, articles, links }: Circumstances): HandOff {
  const records = known.runs.flatMap(lastRecords);
  return {
    fingerprint: line(caseFingerprint(known)),
    severity,
    reason: line(known.escalation?.reason ?? ""),
    seen: places.slice(0, MOST.places),
    asked: known.escalation === undefined ? undefined : { by: known.escalation.by.name, at: known.escalation.at },
    candidates: candidatesOf(known),
    steps: records.slice(-MOST.steps).map(stepOf),
    earlierSteps: Math.max(0, records.length - MOST.steps),
    ruledOut: known.ruledOut
      .slice(-MOST.ruledOut)
      .map((id) => ({ article: id, title: line(articles.get(id)?.title ?? "") })),
    next: line(nextOf(known, articles)),
    links: [...links, ...sourcesOf(known, articles)].slice(0, MOST.links),
  };
}

/** What the link to the incident is called. */
export const INCIDENT_LINK = "Incident";

/** The fingerprint of the case's error, for people. */
export function caseFingerprint(known: Case): Fingerprint {
  return errorOf(known) ?? "nothing was pasted";
}

/** By which other cases are the same trouble: that of the first text with an identifier, else of the first text, if there is any. */
export function errorOf({ inquiry: { readings } }: Case): Fingerprint | undefined {
  const telling = readings.find(({ signals }) => signals.length > 0) ?? readings[0];
  return telling === undefined ? undefined : errorFingerprint(telling);
}

/** One line without secrets. */
function line(text: string): string {
  return shortened(redact(text).text.replaceAll(/\s+/g, " ").trim(), 200);
}

/** What fits, each with its strongest reasons; of what does not fit, only what is worth a look. */
function candidatesOf({ verdict, ruledOut }: Case): HandOff["candidates"] {
  const isSilent = verdict.kind === "silent";
  const open = verdict.matches.filter(({ article }) => !ruledOut.includes(article));
  return (isSilent ? similarOf(open) : open).slice(0, MOST.candidates).map((match) => ({
    article: match.article,
    title: line(match.title),
    why: line((isSilent ? [sharedText(match)] : whyBriefly(match)).map(textOf).join("; ")),
  }));
}

/** What became of each step last, in the order in which it did. */
function lastRecords(run: Run): readonly StepRecord[] {
  return run.records.filter((record) => record === run.records.findLast(({ step }) => step === record.step));
}

function stepOf({ title, outcome, by, at }: StepRecord): HandOffStep {
  return { title: line(title), outcome: line(outcomeText(outcome)), by: by.name, at };
}

function nextOf(known: Case, articles: ArticleLookup): string {
  const phase = phaseOf(known);
  switch (phase.kind) {
    case "running":
      return `${articles.get(phase.run.article)?.steps.find(({ id }) => id === phase.run.state.step)?.title ?? phase.run.state.step} (${phase.run.title})`;
    case "answering":
      return `Work through “${phase.matches[0].title}”`;
    case "asking":
      return `Answer: ${phase.question.text}`;
    case "fixed":
      return "Nothing: the error is gone";
    case "exhausted":
      return "Everything known was tried: find the cause by hand";
    case "unknown":
      return "No article fits: find the cause by hand";
  }
}

function sourcesOf(known: Case, articles: ArticleLookup): HandOff["links"] {
  const best = known.runs.at(-1)?.article ?? known.verdict.matches[0]?.article;
  const sources = best === undefined ? [] : (articles.get(best)?.sources ?? []);
  return sources.flatMap(({ title, url }) => (url === undefined ? [] : [{ title: line(title), url }]));
}
