import { describe, expect, it } from "vitest";
import { idBeside } from "../../../adapters/import/id-beside.ts";
import { isArticleId } from "../../../src/core/kb/ids.ts";

describe("the id of a document whose title is taken", () => {
  it.each([
    ["kb/payments/disk-full.md", [], "disk-full-payments"],
    ["kb/payments/runbooks/disk-full.md", ["disk-full-runbooks"], "disk-full-payments-runbooks"],
    ["export.zip/disk-full.md", [], "disk-full-export-zip"],
    ["disk-full.md", [], "disk-full-2"],
    ["支払/disk-full.md", ["disk-full-2"], "disk-full-3"],
  ])("tells %s apart by where it lies", (name, ids, other) => {
    expect(idBeside("disk-full", name, taken(...ids))).toBe(other);
  });

  it("is never too long", () => {
    const other = idBeside("a".repeat(56), `${"team ".repeat(30)}/x.md`, taken());
    expect([isArticleId(other), other.endsWith("-team-team-team-team")]).toEqual([true, true]);
  });
});

function taken(...ids: readonly string[]): (id: string) => boolean {
  return (id) => ids.includes(id);
}
