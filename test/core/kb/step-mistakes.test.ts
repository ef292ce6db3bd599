import { describe, expect, it } from "vitest";
import { aFile, aStepOf, complaints } from "./article-text.ts";

describe("an author who makes a mistake in the steps", () => {
  it.each([
    {
      does: "gives a step no id",
      body: aStepOf("- risk: changes"),
      says: '9 Cannot read the step "Do it": it has no id. Write `- id: do-it` under the heading.',
    },
    {
      does: "gives it no risk",
      body: aStepOf("- id: a"),
      says: '9 Cannot read the step "Do it": it does not say how risky it is. Write `- risk: read-only`, changes or destructive.',
    },
    {
      does: "misspells the risk",
      body: aStepOf("- id: a\n- risk: destructiv"),
      says: '12 Cannot read the risk "destructiv": there is no such class. Did you mean "destructive"?',
    },
    {
      does: "misspells a property",
      body: aStepOf("- id: a\n- rsik: changes"),
      says: '12 Cannot use "rsik": a step has no such property. Did you mean "risk"?',
    },
    {
      does: "says a property twice",
      body: aStepOf("- id: a\n- id: b\n- risk: changes"),
      says: '12 Cannot use a second "id": the step has one already. Keep one.',
    },
    {
      does: "requires a step that is not there",
      body: aStepOf("- id: a\n- risk: changes\n- first: bakup"),
      says: '13 Cannot require the step "bakup": no step has that id. Name a step of this article.',
    },
    {
      does: "requires the step itself",
      body: aStepOf("- id: a\n- risk: changes\n- first: a"),
      says: "13 Cannot order the steps: a needs a. Remove one of these prerequisites.",
    },
    {
      does: "leads to a step that is not there",
      body: aStepOf("- id: wait\n- risk: changes\n- check: Ok?\n  - Yes → step wiat\n  - No → next"),
      says: '13 Cannot lead "Yes" to the step "wiat": no step has that id. Did you mean "wait"?',
    },
    {
      does: "destroys without a prerequisite",
      body: aStepOf("- id: a\n- risk: destructive"),
      says: '9 Cannot offer "Do it": it destroys something and requires no step before it. Add `- first:` with the step that makes it safe, such as a verified backup.',
    },
    {
      does: "offers one answer only",
      body: aStepOf("- id: a\n- risk: changes\n- check: Ok?\n  - Yes → fixed"),
      says: "13 Cannot read this check: it needs two answers or more. Write them indented under it: `  - Yes → fixed` and `  - No → next`.",
    },
    {
      does: "leads an answer nowhere",
      body: aStepOf("- id: a\n- risk: changes\n- check: Ok?\n  - Yes\n  - No → next"),
      says: '14 Cannot read the answer "Yes": it leads nowhere. Write where, such as "Yes → fixed".',
    },
    {
      does: "invents an outcome",
      body: aStepOf("- id: a\n- risk: changes\n- check: Ok?\n  - Yes → party\n  - No → next"),
      says: '14 Cannot read the answer "Yes → party": "party" is no outcome. Write fixed, next, not fixed, escalate, or step and a step\'s id.',
    },
    {
      does: "words two answers alike",
      body: aStepOf("- id: a\n- risk: changes\n- check: Ok?\n  - Yes → fixed\n  - Yes → next"),
      says: '15 Cannot use the answer "Yes" twice: a responder could not tell them apart. Reword one.',
    },
    {
      does: "leaves a command empty",
      body: aStepOf("- id: a\n- risk: changes", "```sh\n```"),
      says: "14 Cannot read this command: the code block is empty. Write the command, or remove the block.",
    },
    {
      does: "hides a direction mark in a command",
      body: aStepOf("- id: a\n- risk: changes", "```sh\nrm \u202Ex\n```"),
      says: "14 Cannot offer this command: it has invisible characters. Type it again by hand.",
    },
    {
      does: "hides a zero-width space in a command",
      body: aStepOf("- id: a\n- risk: changes", "```sh\nr\u200Bm x\n```"),
      says: "14 Cannot offer this command: it has invisible characters. Type it again by hand.",
    },
    {
      does: "leaves a placeholder empty",
      body: aStepOf("- id: a\n- risk: changes", "```sh\ncat <>\n```"),
      says: "14 Cannot read a placeholder of this command: `<>` names nothing. Write what goes there, such as <path>.",
    },
    {
      does: "leaves a code block open",
      body: "## Cause\n\n```text\nx\n\n## Notes",
      says: "9 Cannot see where this code block ends: it is never closed. Add a line of the same marks after it.",
    },
    {
      does: "writes a section twice",
      body: "## Cause\n\na\n\n## cause\n\nb",
      says: '11 Cannot use a second section "Cause": line 7 has the first. Join them.',
    },
    {
      does: "calls the steps a resolution",
      body: "## Resolution\n\nTurn it off.",
      says: '7 Cannot place the section "Resolution": an article has none of that name, so it is shown as a note. Did you mean "Steps"?',
    },
    {
      does: "writes before the first step",
      body: `## Steps\n\nPlease read.\n\n${aStepOf("- id: a\n- risk: changes").slice(10)}`,
      says: "8 Cannot show the text before the first step: nobody would see it at its step. Move it into a step, or to the notes.",
    },
    {
      does: "writes 201 steps",
      body: `## Steps\n${"### x\n".repeat(201)}`,
      says: "7 Cannot read the steps: there are too many. The most is 200.",
    },
  ])("$does, and is told where and what to do", ({ body, says }) => {
    expect(complaints(aFile({ body }))).toContain(says);
  });

  it("gives two steps one id, and both lines are named", () => {
    const body = "## Steps\n\n### A\n\n- id: a\n- risk: changes\n\n### B\n\n- id: a\n- risk: changes";
    expect(complaints(aFile({ body }))).toEqual([
      '14 Cannot use the step id "a" twice: line 9 has it too. Give one of them another id.',
    ]);
  });

  it("lets steps wait for each other, and sees the circle", () => {
    const body =
      "## Steps\n\n### A\n\n- id: a\n- risk: changes\n- first: b\n\n### B\n\n- id: b\n- risk: changes\n- first: a";
    expect(complaints(aFile({ body }))).toEqual([
      "13 Cannot order the steps: a needs b needs a. Remove one of these prerequisites.",
    ]);
  });
});
