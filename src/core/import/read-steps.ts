import type { Step } from "../kb/article.ts";
import { type Block, plainText } from "./block.ts";
import { continued, draftStep, introduced } from "./draft-step.ts";

/** The steps of a section, and what of it is none. */
export type StepsAndRest = { readonly steps: readonly Step[]; readonly rest: readonly Block[] };

/**
 * Reads the steps of a section that says what to do. Numbered items are steps; prose before them introduces the
 * first one, prose after them goes with the last one. A section without numbers is one step, or one for each of
 * its headings.
 */
export function readSteps(blocks: readonly Block[]): StepsAndRest {
  const numbered = blocks.some(isStepList);
  return numbered ? readNumbered(blocks) : { steps: headed(blocks).map(draftStep), rest: [] };
}

/**
 * Reads the steps of an explanatory section: only numbered lists whose introduction says that they are to be followed
 * or, with `any`, as runbooks and pages have them, every one. How to make an error happen is no step towards making it
 * go away.
 */
export function readStepsAmong(blocks: readonly Block[], lists: "announced" | "any"): StepsAndRest {
  const steps: Step[] = [];
  const rest: Block[] = [];
  let heading = "";
  for (const block of blocks) {
    const lead = rest.at(-1);
    if (block.kind === "heading") heading = block.text;
    const told = `${heading}\n${lead === undefined ? "" : plainText([lead])}`;
    const isAnnounced = TO_BE_FOLLOWED.test(told);
    if (!isStepList(block) || NOT_TO_BE_FOLLOWED.test(told) || !(isAnnounced || lists === "any")) rest.push(block);
    else steps.push(...listed(block.items, isAnnounced && lead?.kind === "paragraph" ? rest.splice(-1) : []));
  }
  return { steps, rest };
}

type List = Extract<Block, { kind: "list" }>;

function isStepList(block: Block): block is List {
  return block.kind === "list" && block.ordered;
}

const NOT_TO_BE_FOLLOWED =
  /reproduc|demonstrat|illustrat|duplicat|simulat|recreat|(?:problem|issue|error|behaviou?r|this) (?:can |may |will |might )?(?:occur|happen|arise)|example|following (?:is|are) (?:a |the )?(?:reason|cause|limitation|known|difference|option)/i;

const TO_BE_FOLLOWED =
  /\bsteps?\b|do the following|use the following (?:method|procedure)|perform the following|the following procedure|how to|^to \w+|\bto \w+[^.]*:$|\bcan \w+ [^.]*:$/im;

function readNumbered(blocks: readonly Block[]): StepsAndRest {
  const steps: Step[] = [];
  let open: Block[] = [];
  for (const block of blocks) {
    if (isStepList(block)) {
      steps.push(...listed(block.items, open));
      open = [];
    } else open.push(block);
  }
  return closeNumbered(steps, open);
}

function listed(items: List["items"], introduction: readonly Block[]): readonly Step[] {
  const lead = introduction.filter((block) => !(block.kind === "paragraph" && EMPTY_LEAD.test(block.text)));
  return items.map((item, at) => (at === 0 ? introduced(draftStep(item), lead) : draftStep(item)));
}

/** Says nothing that the heading "Steps" does not say. */
const EMPTY_LEAD =
  /^(?:to (?:resolve|work ?around|correct|fix|avoid|solve) (?:this|the) (?:problem|issue|behaviou?r|error)(?:, (?:follow|use|perform|do) (?:these steps|the following(?: steps)?|the steps below))?|(?:follow|use|perform|do) (?:these steps|the following(?: steps)?))[:.]$/i;

/** What follows the last number belongs to it while it is short; headed or long text stands for itself. */
function closeNumbered(steps: readonly Step[], open: readonly Block[]): StepsAndRest {
  const last = steps.at(-1);
  const length = plainText(open).length;
  if (last === undefined || length === 0) return { steps, rest: open };
  if (open.some((block) => block.kind === "heading"))
    return { steps: [...steps, ...headed(open).map(draftStep)], rest: [] };
  if (length > LONGEST_AFTERWORD) return { steps, rest: open };
  return { steps: [...steps.slice(0, -1), continued(last, open)], rest: [] };
}

const LONGEST_AFTERWORD = 600;

/** One group of blocks a heading; what stands before the first heading is a group of its own. */
function headed(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const open = groups.at(-1);
    if (open === undefined || (block.kind === "heading" && open.some((each) => each.kind !== "heading")))
      groups.push([block]);
    else open.push(block);
  }
  return groups;
}
