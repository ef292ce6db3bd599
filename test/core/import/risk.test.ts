import { describe, expect, it } from "vitest";
import { readCommand } from "../../../src/core/import/command-like.ts";
import { judgeRisk } from "../../../src/core/import/risk.ts";
import type { Imported } from "../../../src/core/import/to-article.ts";
import { anArchiveText, imported, underlined } from "./support.ts";

describe("how risky a step is, by its words", () => {
  it.each([
    ["Click the Member Of tab.", "read-only"],
    ["Press CTRL+ALT+DEL, and then click Task Manager.", "read-only"],
    ["Do not delete the file.", "read-only"],
    ["On the Format menu, click Font.", "read-only"],
    ["Restart the service.", "changes"],
    ["Import the certificate with its key.", "changes"],
    ["Dismount the store, and roll back the transaction.", "changes"],
    ["Unlock the account.", "changes"],
    ["On the File menu, point to Import.", "read-only"],
    ["Run Registry Editor (Regedt32.exe).", "changes"],
    ["Delete the value from the registry.", "destructive"],
    ["Reformat the hard disk.", "destructive"],
    ["del c:\\temp\\*.log", "destructive"],
    ["eseutil /p c:\\priv.edb", "destructive"],
  ])("%s is %s", (words, risk) => {
    expect(judgeRisk(words)).toBe(risk);
  });
});

function stepsOf(text: string): Imported {
  return imported(anArchiveText(underlined("RESOLUTION", text)));
}

describe("a step that destroys something", () => {
  it("gets the backup that the text asks for as a step of its own before it", () => {
    const { article } = stepsOf("Before you begin, make sure that you back up the disk.\n\n1. Delete the folder.");
    expect(article.steps.map((step) => step.risk)).toEqual(["read-only", "destructive"]);
    expect(article.steps[0]?.title).toContain("back up the disk");
    expect(article.steps[1]?.requires).toEqual([article.steps[0]?.id]);
  });

  it("is called a change, with a remark, where the text asks for no backup", () => {
    const { article, remarks } = stepsOf("1. Delete the folder.\n\n2. Look.");
    expect(article.steps[0]?.risk).toBe("changes");
    expect(remarks).toHaveLength(1);
  });
});

describe("a command", () => {
  it.each([
    ["net start spooler", "bat"],
    ['eseutil.exe /d "c:\\kms\\kms.edb"', "bat"],
    ["C:\\> ipconfig /all", "bat"],
    ["kubectl get pods", "sh"],
    ["Get-Service spooler", "powershell"],
  ])("is %s", (line, language) => {
    expect(readCommand({ kind: "literal", lines: [line] })?.language).toBe(language);
  });

  it.each([
    "The service could not be started.",
    "HKEY_LOCAL_MACHINE\\Software",
    "Admin.exe 7/24/98 1:49p 535,837 bytes",
    "Listuser.exe",
    "Set the value to 1, and then restart the computer.",
  ])("is not %s", (line) => {
    expect(readCommand({ kind: "literal", lines: [line] })).toBeUndefined();
  });
});
