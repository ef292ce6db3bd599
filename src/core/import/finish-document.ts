import { appliesTo } from "./applies-to.ts";
import { plainText } from "./block.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import type { ForeignDocument, Section } from "./document.ts";
import { setOffMessages } from "./set-off-messages.ts";

/** What every form owes: products out of a section that lists them, messages that stand by themselves, no boilerplate. */
export function finishDocument(document: ForeignDocument): ForeignDocument {
  const listed = document.sections.filter((section) => section.role === "applies").flatMap(linesOf);
  const about = appliesTo(listed);
  return {
    ...document,
    products: [...new Set([...document.products, ...about.products])],
    versions: [...new Set([...document.versions, ...about.versions])],
    sections: document.sections
      .filter((section) => section.role !== "applies")
      .map(({ role, heading, blocks }) => ({ role, heading, blocks: setOffMessages(withoutBoilerplate(blocks)) }))
      .filter((section) => section.blocks.length > 0),
  };
}

function linesOf(section: Section): readonly string[] {
  return plainText(section.blocks)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line.length <= LONGEST_PRODUCT);
}

/** A longer line is a sentence about products. */
const LONGEST_PRODUCT = 160;
