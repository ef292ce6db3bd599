import { describe, expect, it } from "vitest";
import { sectionRole } from "../../../src/core/import/section-role.ts";
import { anArchiveText, imported, underlined } from "./support.ts";

describe("headings", () => {
  it.each([
    ["SYMPTOMS", "symptoms"],
    ["Problem Description:", "symptoms"],
    ["MORE INFORMATION", "more"],
    ["2. Root cause", "cause"],
    ["Work-around", "workaround"],
    ["## Fix", "resolution"],
    ["Steps to Reproduce Behavior", undefined],
    ["Windows NT 4.0", undefined],
  ])("%s is about: %s", (heading, role) => {
    expect(sectionRole(heading)).toBe(role);
  });
});

describe("an article with sections", () => {
  it("keeps a heading inside a section as a heading inside it", () => {
    const text = underlined("MORE INFORMATION", "Sample Code\n-----------\n\n   int a = 1;");
    expect(imported(anArchiveText(text)).article.notes).toBe("### Sample Code\n\n```\nint a = 1;\n```");
  });

  it("is one step where its resolution has no numbers", () => {
    const { article } = imported(anArchiveText(underlined("RESOLUTION", "Replace the drive. Then close the lid.")));
    expect(article.steps).toMatchObject([{ title: "Replace the drive", text: "Then close the lid." }]);
  });

  it("is one step for each method its resolution offers", () => {
    const methods = "Method 1\n--------\n\nWait.\n\nMethod 2\n--------\n\nHurry.";
    const { article } = imported(anArchiveText(underlined("RESOLUTION", methods)));
    expect(article.steps.map(({ title, text }) => [title, text])).toEqual([
      ["Method 1", "Wait."],
      ["Method 2", "Hurry."],
    ]);
  });

  it("takes steps from its explanation when it has no resolution", () => {
    const text = underlined(
      "MORE INFORMATION",
      "To clean the drive, follow these steps:\n\n1. Open it.\n\n2. Wipe it.",
    );
    expect(imported(anArchiveText(text)).article.steps.map((step) => step.title)).toEqual(["Open it", "Wipe it"]);
  });

  it("never takes the way to make the error happen for a way out", () => {
    const text = underlined(
      "MORE INFORMATION",
      "Steps to Reproduce Behavior\n---------------------------\n\n1. Break it.\n\n2. Run it.",
    );
    const { article } = imported(anArchiveText(text));
    expect(article.steps).toEqual([]);
    expect(article.notes).toContain("1. Break it.");
  });

  it("keeps what was said before the first step and after the last one", () => {
    const text = underlined("RESOLUTION", "WARNING: Mind the gap.\n\n1. Jump.\n\nAfterwards, breathe.");
    expect(imported(anArchiveText(text)).article.steps[0]?.text).toBe("WARNING: Mind the gap.\n\nAfterwards, breathe.");
  });

  it("says in full below what is too long for the name of a step", () => {
    const long = `Click ${"the very long button and then ".repeat(12)}wait.`;
    const [step] = imported(anArchiveText(underlined("RESOLUTION", `1. ${long}\n\n2. Done.`))).article.steps;
    expect(step?.title).toMatch(/…$/);
    expect(step?.text).toBe(long);
  });
});

/** The ids of the steps that a list of these items becomes. */
function idsOf(items: readonly string[]): readonly string[] {
  const list = items.map((item, at) => `${at + 1}. ${item}`).join("\n\n");
  return imported(anArchiveText(underlined("RESOLUTION", list))).article.steps.map((step) => step.id);
}

describe("a step's id", () => {
  it("stays when another step is put in before it", () => {
    expect(idsOf(["Open the lid.", "Look inside.", "Close the lid."])).toEqual(
      expect.arrayContaining([...idsOf(["Open the lid.", "Close the lid."])]),
    );
  });

  it("differs from that of a step of the same wording", () => {
    expect(new Set(idsOf(["Click OK.", "Look.", "Click OK.", "Click OK."])).size).toBe(4);
  });
});

describe("a drawn or quoted thing", () => {
  it("stays readable: placeholders in angle brackets are shown as code", () => {
    const { article } = imported(anArchiveText(underlined("CAUSE", "The file <name>.ini in list<int> is gone.")));
    expect(article.cause).toBe("The file `<name>.ini` in `list<int>` is gone.");
  });

  it("does not become Markdown by accident", () => {
    const { article } = imported(anArchiveText(underlined("CAUSE", "#include is missing.")));
    expect(article.cause).toBe("\\#include is missing.");
  });

  it("is a list of articles to read, not a message", () => {
    const said = "Read the following error message article:\n\n   Q123456 PRB: The Title\n   Goes On";
    const { article } = imported(anArchiveText(underlined("MORE INFORMATION", said)));
    expect(article.signals.messages).toEqual([]);
    expect(article.notes).toContain("- Q123456 PRB: The Title Goes On");
  });
});
