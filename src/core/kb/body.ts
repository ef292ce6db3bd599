import type { Article, Step } from "./article.ts";
import { checkSteps } from "./check-steps.ts";
import { ARTICLE_LIMITS } from "./limits.ts";
import { nearestWord } from "./nearest-word.ts";
import { parseStep } from "./parse-step.ts";
import type { ProblemLog } from "./problem.ts";
import { type Lines, type Section, splitAtHeadings, textOf } from "./section.ts";

/** What stands below the front matter. */
export type Body = Pick<Article, "summary" | "symptoms" | "cause" | "notes" | "steps">;

const SECTION_NAMES = ["Symptoms", "Cause", "Steps", "Notes"] as const;
type SectionName = (typeof SECTION_NAMES)[number];

/** Reads the Markdown of an article. Sections that it does not know are kept as notes. */
export function parseBody(body: Lines, log: ProblemLog): Body {
  const { lead, sections, openFence } = splitAtHeadings(body, "## ");
  if (openFence !== undefined)
    log.error(
      openFence,
      "Cannot see where this code block ends: it is never closed. Add a line of the same marks after it.",
    );
  const known = new Map<SectionName, Section>();
  const others: Section[] = [];
  for (const section of sections) sortIn(section, { known, others }, log);
  return {
    summary: textOf(lead.lines),
    symptoms: textOf(known.get("Symptoms")?.lines ?? []),
    cause: textOf(known.get("Cause")?.lines ?? []),
    notes: notesOf(known.get("Notes"), others),
    steps: parseSteps(known.get("Steps"), log),
  };
}

type Sorted = { readonly known: Map<SectionName, Section>; readonly others: Section[] };

function sortIn(section: Section, { known, others }: Sorted, log: ProblemLog): void {
  const name = SECTION_NAMES.find((each) => each.toLowerCase() === section.heading.toLowerCase());
  const line = section.first - 1;
  if (name === undefined) {
    others.push(section);
    log.warning(
      line,
      `Cannot place the section "${section.heading.slice(0, 60)}": an article has none of that name, so it is shown as a note. ${advice(section.heading)}`,
    );
    return;
  }
  const earlier = known.get(name);
  if (earlier === undefined) known.set(name, section);
  else log.error(line, `Cannot use a second section "${name}": line ${earlier.first - 1} has the first. Join them.`);
}

/** What other knowledge bases call our sections. */
const OTHER_NAMES: Readonly<Record<string, SectionName>> = {
  resolution: "Steps",
  workaround: "Steps",
  solution: "Steps",
  fix: "Steps",
  problem: "Symptoms",
  "more information": "Notes",
};

function advice(heading: string): string {
  const other = Object.hasOwn(OTHER_NAMES, heading.toLowerCase()) ? OTHER_NAMES[heading.toLowerCase()] : undefined;
  const near = other ?? nearestWord(heading, SECTION_NAMES);
  return near === undefined ? `Sections: ${SECTION_NAMES.join(", ")}.` : `Did you mean "${near}"?`;
}

function notesOf(notes: Section | undefined, others: readonly Section[]): string {
  const strangers = others.map(({ heading, lines }) => `### ${heading}\n\n${textOf(lines)}`.trimEnd());
  return [textOf(notes?.lines ?? []), ...strangers].filter((text) => text !== "").join("\n\n");
}

function parseSteps(section: Section | undefined, log: ProblemLog): readonly Step[] {
  if (section === undefined) return [];
  const { lead, sections } = splitAtHeadings(section, "### ");
  if (textOf(lead.lines) !== "")
    log.warning(
      section.first,
      "Cannot show the text before the first step: nobody would see it at its step. Move it into a step, or to the notes.",
    );
  if (sections.length === 0)
    log.error(
      section.first - 1,
      "Cannot read the steps: there are none. Begin each with a heading, such as `### Back up the database`.",
    );
  if (sections.length > ARTICLE_LIMITS.steps)
    log.error(section.first - 1, `Cannot read the steps: there are too many. The most is ${ARTICLE_LIMITS.steps}.`);
  const written = sections.slice(0, ARTICLE_LIMITS.steps).map((each) => parseStep(each, log));
  checkSteps(written, log);
  return written.map(({ step }) => step);
}
