import type { Command, Step, StepId } from "../kb/article.ts";
import { stepId } from "../kb/ids.ts";
import { type Block, plainText } from "./block.ts";
import { readCommand } from "./command-like.ts";
import { judgeRisk } from "./risk.ts";
import { clip, firstSentence } from "./sentence.ts";
import { shortHash, slug } from "./slug.ts";
import { toMarkdown } from "./to-markdown.ts";

/** A step before it has a place: its id may still clash with another's, and nothing guards it yet. */
export function draftStep(blocks: readonly Block[]): Step {
  const { title, rest } = titleOf(blocks);
  const { kept, commands } = splitCommands(rest);
  return {
    id: idFor(title, plainText(blocks)),
    title,
    text: toMarkdown(kept, "bold"),
    commands,
    risk: judgeRisk([plainText(blocks), ...commands.map((command) => command.text)].join("\n")),
    requires: [],
    check: undefined,
  };
}

/** The same step with something to read before it: the words that introduced its list. */
export function introduced(step: Step, introduction: readonly Block[]): Step {
  if (introduction.length === 0) return step;
  const text = toMarkdown(introduction, "bold");
  return { ...step, text: step.text === "" ? text : `${text}\n\n${step.text}` };
}

/** The same step with something to read after it. */
export function continued(step: Step, more: readonly Block[]): Step {
  if (more.length === 0) return step;
  const text = toMarkdown(more, "bold");
  return { ...step, text: step.text === "" ? text : `${step.text}\n\n${text}` };
}

/** A heading names its step; otherwise the first sentence does, and a long one is said in full below. */
function titleOf(blocks: readonly Block[]): { readonly title: string; readonly rest: readonly Block[] } {
  const [head, ...tail] = blocks;
  if (head?.kind === "heading") return { title: clip(head.text.trim(), LONGEST_TITLE), rest: tail };
  if (head?.kind !== "paragraph")
    return { title: clip(plainText(blocks).replace(/\s+/g, " ").trim(), LONGEST_TITLE), rest: blocks };
  const { first, rest } = firstSentence(head.text);
  const title = first.trim().replace(/[.:]$/, "").trim();
  if (title.length > LONGEST_TITLE) return { title: clip(title, LONGEST_TITLE), rest: blocks };
  return { title, rest: rest === "" ? tail : [{ kind: "paragraph", text: rest }, ...tail] };
}

/** Fits one line of a chat message beside its number. */
const LONGEST_TITLE = 180;

/** Says what the step does and does not depend on its place, so it survives steps put in before it. */
function idFor(title: string, text: string): StepId {
  const words = slug(title, LONGEST_ID - HASH_LENGTH - 1);
  return stepId(words === "" ? `step-${shortHash(text)}` : words);
}

const LONGEST_ID = 40;

const HASH_LENGTH = 4;

/** Gives steps of the same wording different ids, by what else they say and what they follow. */
export function withUniqueIds(steps: readonly Step[]): readonly Step[] {
  const taken = new Set<string>();
  return steps.map((step, at) => {
    let id: string = step.id;
    for (let round = 0; taken.has(id); round += 1) {
      const context = `${step.title}\n${step.text}\n${steps[at - 1]?.title ?? ""}\n${round || ""}`;
      id = `${step.id}-${shortHash(context).slice(0, HASH_LENGTH)}`;
    }
    taken.add(id);
    return { ...step, id: stepId(id) };
  });
}

function splitCommands(blocks: readonly Block[]): {
  readonly kept: readonly Block[];
  readonly commands: readonly Command[];
} {
  const kept: Block[] = [];
  const commands: Command[] = [];
  for (const block of blocks) {
    const command = block.kind === "literal" ? readCommand(block) : undefined;
    if (command === undefined || commands.length >= MOST_COMMANDS) kept.push(block);
    else commands.push(command);
  }
  return { kept, commands };
}

/** As the article format allows. */
const MOST_COMMANDS = 20;
