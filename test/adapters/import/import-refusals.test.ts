import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleText, write } from "./archives.ts";
import { files, run, sandbox } from "./sandbox.ts";

describe("a wrong command line", () => {
  it.each([
    [[], "no source is named"],
    [["x"], "--into DIR"],
    [["x", "--into"], "--help"],
    [["x", "--into", "d", "--bogus"], "--help"],
  ])("%j is told what is missing", async (args, said) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it("names the source, the list or the folder that is none", async () => {
    const folder = sandbox();
    const file = write(join(folder, "a.txt"), articleText("Q900001"));
    const said = [
      await run([join(folder, "nowhere.zip"), "--into", join(folder, "kb")]),
      await run([file, "--into", join(folder, "kb"), "--only", join(folder, "nowhere.ids")]),
      await run([file, "--into", file]),
    ];
    expect(said.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(said.map(({ err }) => err)).toEqual([
      expect.stringMatching(/Cannot import .*no such file.*Check the path\./),
      expect.stringMatching(/Cannot read the list .*no such file/),
      expect.stringMatching(/it is a file\. Name a folder/),
    ]);
  });

  it("is explained by --help", async () => {
    expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Usage: kms import") });
  });
});

describe("broken exports", () => {
  it("are named with the way out, and the rest is imported", async () => {
    const folder = sandbox();
    writeFileSync(join(folder, "a.json"), '{"result": [');
    writeFileSync(join(folder, "b.txt"), articleText("Q900001"));
    writeFileSync(join(folder, "c.jsonl"), '{"title":"Row","text":"Its text."}\n\n{"title":"No text"}\n');
    const { code, out } = await run([folder, "--into", join(folder, "kb")]);
    expect(code).toBe(1);
    expect(out).toMatch(/Cannot read .*a\.json: it is no JSON .*Export it again\./);
    expect(Object.keys(files(join(folder, "kb"))).toSorted()).toEqual(["Q900/Q900001.md", "row/row.md"]);
  });
});
