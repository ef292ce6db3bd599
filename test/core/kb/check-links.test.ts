import { describe, expect, it } from "vitest";
import { brokenLinks } from "../../../src/core/kb/check-links.ts";

describe("links from one article file to another", () => {
  it.each([
    ["kb/a.md", "[b](b.md)", []],
    ["kb/a.md", "[b](./b.md#steps)", []],
    ["kb/sub/c.md", "[b](../b.md)", []],
    ["kb/a.md", "[c](sub/with%20space.md)", []],
    ["kb/a.md", "[out](https://example.org/none.md) and [top](/none.md)", []],
    ["kb/a.md", "[for people](README.md)", []],
    ["kb/a.md", "first line\n\nsee [it](sub/none.md)", ["kb/a.md:3"]],
    ["kb/sub/c.md", "[b](b.md)", ["kb/sub/c.md:1"]],
    ["kb/a.md", "[far](../../../../b.md)", ["kb/a.md:1"]],
    ["kb/a.md", "[bad](%E0%A4%A.md)", ["kb/a.md:1"]],
  ])("in %s, %j lead nowhere at %j", (file, text, wanted) => {
    const files = [{ file, text }, ...["kb/b.md", "kb/sub/with space.md"].map((name) => ({ file: name, text: "" }))];
    expect(brokenLinks(files).map((problem) => `${problem.file}:${problem.line}`)).toEqual(wanted);
  });
});
