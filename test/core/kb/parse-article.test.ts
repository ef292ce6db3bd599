import { describe, expect, it } from "vitest";
import { aFile, aStepOf, articleIn, problemsOf } from "./article-text.ts";

describe("an author who writes an article", () => {
  it("needs an id and a title only", () => {
    expect(articleIn("---\nid: Q1\ntitle: It fails\n---\n")).toMatchObject({
      id: "Q1",
      title: "It fails",
      summary: "",
      steps: [],
    });
  });

  it("writes sections, and a summary before them", () => {
    const body = "It\nfails.\n\n## Symptoms\n\nSmoke.\n\n## Cause\n\nFire.\n\n## Notes\n\nRun.";
    expect(articleIn(aFile({ body }))).toMatchObject({
      summary: "It\nfails.",
      symptoms: "Smoke.",
      cause: "Fire.",
      notes: "Run.",
    });
  });

  it("writes steps with commands, a risk, prerequisites and a check that branches", () => {
    const properties =
      "- id: look\n- risk: read-only\n- check: Is it on?\n  - Yes → fixed\n  - No -> next\n  - It smokes → step look\n  - Help → escalate\n  - Odd → not fixed";
    const text = 'First look.\n\n```cmd\ntype "<log file>"\n```\n\nThen wait.';
    const [step] = articleIn(aFile({ body: aStepOf(properties, text) })).steps;
    expect(step).toEqual({
      id: "look",
      title: "Do it",
      text: "First look.\n\nThen wait.",
      commands: [{ text: 'type "<log file>"', language: "cmd" }],
      risk: "read-only",
      requires: [],
      check: {
        question: "Is it on?",
        answers: ["fixed", "next", { kind: "step", step: "look" }, "escalate", "not-fixed"].map((then, index) => ({
          label: ["Yes", "No", "It smokes", "Help", "Odd"][index],
          then: typeof then === "string" ? { kind: then } : then,
        })),
      },
    });
  });

  it("shows output in a code block of another language, headings and all", () => {
    const text = "```text\n## Steps\n### No step\n```";
    const article = articleIn(aFile({ body: aStepOf("- id: a\n- risk: changes", text) }));
    expect(article.steps.map((step) => step.text)).toEqual([text]);
  });

  it("takes a command out of a list without its indentation", () => {
    const article = articleIn(
      aFile({ body: aStepOf("- id: a\n- risk: changes", "1. Run\n   ```sh\n   if x\n     y\n   ```\n2. Wait") }),
    );
    expect(article.steps[0]).toMatchObject({ commands: [{ text: "if x\n  y" }], text: "1. Run\n2. Wait" });
  });

  it("writes codes in any notation", () => {
    const codes = '["0x800FF351", "800ff352h", "-2147024891"]';
    expect(articleIn(aFile({ front: `signals:\n  codes: ${codes}` })).signals.codes).toEqual([
      "800FF351",
      "800FF352",
      "80070005",
    ]);
  });

  it("writes front matter as JSON below a comment for the editor", () => {
    const text = '---\n# yaml-language-server: $schema=x\n{"id": "Q1", "title": "It fails"}\n---\nHello';
    expect(articleIn(text)).toMatchObject({ title: "It fails", summary: "Hello" });
  });

  it.each([
    { where: "Windows", text: aFile({ body: "## Cause\n\nA fuse." }).replaceAll("\n", "\r\n") },
    { where: "an old Mac", text: aFile({ body: "## Cause\n\nA fuse." }).replaceAll("\n", "\r") },
    { where: "an editor that adds a byte order mark", text: `\uFEFF${aFile({ body: "## Cause\n\nA fuse." })}` },
  ])("saves it from $where", ({ text }) => {
    expect(articleIn(text).cause).toBe("A fuse.");
  });

  it("learns everything that is wrong at once, in the order of the lines", () => {
    const text = aFile({
      front: "tilte: x\nreview: tomorrow",
      body: `## Resolution\n\nx\n\n${aStepOf("- id: A\n- risk: high")}`,
    });
    expect(problemsOf(text).map(({ line, severity }) => [line, severity])).toEqual([
      [4, "error"],
      [5, "error"],
      [8, "warning"],
      [16, "error"],
      [17, "error"],
    ]);
  });

  it("keeps what stands in a section of another name as a note", () => {
    expect(articleIn(aFile({ body: "## History\n\nOld." })).notes).toBe("### History\n\nOld.");
  });
});
