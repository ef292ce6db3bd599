import { SECTION_ROLES, type SectionRole } from "./document.ts";
import { SECTION_NAMES } from "./section-names.ts";

/** What a section with this heading is for; undefined for a heading that only divides a section further. */
export function sectionRole(heading: string): SectionRole | undefined {
  return ROLES.get(normal(heading));
}

function normal(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/^[\s\d.)#*]+|[\s:：.*#]+$/g, "")
    .replaceAll("\u2019", "'")
    .replace(/[\s_-]+/g, " ");
}

const ROLES: ReadonlyMap<string, SectionRole> = new Map(
  SECTION_ROLES.flatMap((role) =>
    SECTION_NAMES[role].split(/\s*[|\n]\s*/).map((name) => [normal(name), role] as const),
  ),
);
