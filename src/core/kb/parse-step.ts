import type { Check, CheckAnswer, Risk, Step, StepId } from "./article.ts";
import { readAnswer } from "./check-answer.ts";
import { separateCommands } from "./commands.ts";
import { isStepId, stepId } from "./ids.ts";
import { ARTICLE_LIMITS } from "./limits.ts";
import { nearestWord } from "./nearest-word.ts";
import type { ProblemLog } from "./problem.ts";
import type { Section } from "./section.ts";
import { type Property, readProperties } from "./step-properties.ts";

/** A step, and the lines on which it says things about other steps. */
export type WrittenStep = {
  readonly step: Step;
  readonly line: number;
  readonly lineOfFirst: number;
  readonly lineOfCheck: number;
};

const RISKS: readonly Risk[] = ["read-only", "changes", "destructive"];

/** Reads one `### ` section. What cannot be read is logged and replaced by something harmless, so that the rest is read too. */
export function parseStep(section: Section, log: ProblemLog): WrittenStep {
  const line = section.first - 1;
  const { properties, rest } = readProperties(section, log);
  const first = properties.get("first");
  const check = properties.get("check");
  const step: Step = {
    id: readId(properties.get("id"), section, log),
    title: readTitle(section, log),
    ...separateCommands(rest, log),
    risk: readRisk(properties.get("risk"), section, log),
    requires: first === undefined ? [] : readStepIds(first, log),
    check: check === undefined ? undefined : readCheck(check, log),
  };
  return { step, line, lineOfFirst: first?.line ?? line, lineOfCheck: check?.line ?? line };
}

function readTitle({ heading, first }: Section, log: ProblemLog): string {
  if (heading === "")
    log.error(
      first - 1,
      "Cannot read this step: its heading is empty. Say what to do, such as `### Back up the database`.",
    );
  if (heading.length > ARTICLE_LIMITS.title)
    log.error(
      first - 1,
      `Cannot read this step: its heading is too long. The most is ${ARTICLE_LIMITS.title} characters.`,
    );
  return heading;
}

function readId(property: Property | undefined, { heading, first }: Section, log: ProblemLog): StepId {
  const id = property?.value ?? "";
  if (property === undefined)
    log.error(
      first - 1,
      `Cannot read the step "${heading}": it has no id. Write \`- id: ${slug(heading)}\` under the heading.`,
    );
  else if (!isStepId(id))
    log.error(
      property.line,
      `Cannot read the id "${id.slice(0, 60)}": an id has lower-case letters, digits and dashes only. Write \`- id: ${slug(id || heading)}\`.`,
    );
  return isStepId(id) ? id : stepId(`line-${first - 1}`);
}

function slug(title: string): string {
  const words = title
    .toLowerCase()
    .slice(0, 200)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return words.slice(0, 3).join("-").slice(0, 40) || "look";
}

function readRisk(property: Property | undefined, { heading, first }: Section, log: ProblemLog): Risk {
  const risk = RISKS.find((known) => known === property?.value);
  if (risk !== undefined) return risk;
  if (property === undefined)
    log.error(
      first - 1,
      `Cannot read the step "${heading}": it does not say how risky it is. Write \`- risk: read-only\`, changes or destructive.`,
    );
  else log.error(property.line, `Cannot read the risk "${property.value.slice(0, 60)}": ${riskAdvice(property.value)}`);
  return "read-only";
}

function riskAdvice(written: string): string {
  const near = nearestWord(written, RISKS);
  return near === undefined
    ? `there is no such class. Write one of: ${RISKS.join(", ")}.`
    : `there is no such class. Did you mean "${near}"?`;
}

function readStepIds({ value, line }: Property, log: ProblemLog): readonly StepId[] {
  const ids = value
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.length === 0)
    log.error(
      line,
      "Cannot read what must be done first: no step is named. Write step ids with commas between, or remove the line.",
    );
  for (const id of ids)
    if (!isStepId(id))
      log.error(line, `Cannot require "${id.slice(0, 60)}": that is no step id. Write step ids with commas between.`);
  return [...new Set(ids.filter(isStepId))];
}

function readCheck({ value, line, nested }: Property, log: ProblemLog): Check {
  if (value === "")
    log.error(
      line,
      'Cannot read this check: it asks nothing. Write a question, such as "Does the service start now?".',
    );
  if (value.length > ARTICLE_LIMITS.question)
    log.error(
      line,
      `Cannot read this check: the question is too long. The most is ${ARTICLE_LIMITS.question} characters.`,
    );
  if (nested.length < 2)
    log.error(
      line,
      "Cannot read this check: it needs two answers or more. Write them indented under it: `  - Yes → fixed` and `  - No → next`.",
    );
  if (nested.length > ARTICLE_LIMITS.answers)
    log.error(line, `Cannot read this check: it has too many answers. The most is ${ARTICLE_LIMITS.answers}.`);
  const answers: CheckAnswer[] = [];
  for (const { text, line: at } of nested) {
    const reading = readAnswer(text);
    if (reading.kind === "fault") log.error(at, reading.message);
    else if (answers.some(({ label }) => label === reading.answer.label))
      log.error(
        at,
        `Cannot use the answer "${reading.answer.label}" twice: a responder could not tell them apart. Reword one.`,
      );
    else answers.push(reading.answer);
  }
  return { question: value, answers };
}
