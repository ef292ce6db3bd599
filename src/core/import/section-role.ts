import { SECTION_ROLES, type SectionRole } from "./document.ts";

/**
 * What a section with this heading is for; undefined for a heading that only divides a section further.
 * Covers every heading that the Microsoft archive underlines with `=` more than 20 times, its rare variants,
 * and what the templates of ServiceNow, Confluence, Jira and common runbooks call the same thing.
 */
export function sectionRole(heading: string): SectionRole | undefined {
  return ROLES.get(normal(heading));
}

function normal(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^[\s\d.)#*]+|[\s:.*#]+$/g, "")
    .replace(/[\s_-]+/g, " ");
}

const NAMES: Readonly<Record<SectionRole, readonly string[]>> = {
  applies: [
    "applies to",
    "applies to:",
    "products",
    "product",
    "affected products",
    "affected versions",
    "original product version",
  ],
  summary: ["summary", "introduction", "overview", "abstract", "purpose", "description", "question"],
  symptoms: [
    "symptoms",
    "symptom",
    "symptom(s)",
    "problem",
    "problem description",
    "problem statement",
    "issue",
    "issue description",
    "error",
    "error message",
    "error messages",
    "behavior",
    "behaviour",
    "observed behavior",
    "what you see",
  ],
  cause: [
    "cause",
    "causes",
    "cause(s)",
    "root cause",
    "root causes",
    "reason",
    "explanation",
    "diagnosis",
    "why it happens",
  ],
  resolution: [
    "resolution",
    "resolutions",
    "solution",
    "solutions",
    "solution(s)",
    "fix",
    "answer",
    "steps",
    "steps to resolve",
    "resolution steps",
    "how to fix",
    "how to resolve",
    "remedy",
    "remediation",
    "mitigation",
    "user action",
    "what to do",
    "procedure",
    "instructions",
  ],
  workaround: ["workaround", "workarounds", "work around", "temporary fix", "temporary workaround"],
  status: ["status"],
  more: [
    "more information",
    "more info",
    "additional information",
    "additional notes",
    "additional details",
    "notes",
    "note",
    "details",
    "background",
    "discussion",
    "environment",
    "analysis",
    "verification",
    "prevention",
  ],
  references: [
    "references",
    "reference",
    "related articles",
    "related links",
    "related information",
    "see also",
    "links",
  ],
};

const ROLES: ReadonlyMap<string, SectionRole> = new Map(
  SECTION_ROLES.flatMap((role) => NAMES[role].map((name) => [name, role] as const)),
);
