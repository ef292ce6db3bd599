import type { Block } from "./block.ts";
import type { Section, SectionRole } from "./document.ts";
import { sectionRole } from "./section-role.ts";

/** What to make of the text before the first heading, and which headings begin a section. */
export type SectionRules = {
  readonly opening: SectionRole;
  /** `strict`: only top-level headings and those in capitals, as the archive writes them. */
  readonly headings: "strict" | "all";
};

/** Divides a document at the headings that name a section; every other heading stays where it is. */
export function readSections(blocks: readonly Block[], rules: SectionRules): readonly Section[] {
  const sections: Section[] = [];
  let open: Section = { role: rules.opening, heading: undefined, blocks: [] };
  for (const block of blocks) {
    const role = roleOf(block, rules);
    if (role !== undefined && block.kind === "heading") {
      sections.push(open);
      open = { role, heading: block.text, blocks: [] };
    } else open = { ...open, blocks: [...open.blocks, block] };
  }
  return [...sections, open].filter((section) => section.blocks.length > 0);
}

function roleOf(block: Block, rules: SectionRules): SectionRole | undefined {
  if (block.kind !== "heading") return undefined;
  const counts = rules.headings === "all" || block.level === 1 || block.text === block.text.toUpperCase();
  return counts ? sectionRole(block.text) : undefined;
}
