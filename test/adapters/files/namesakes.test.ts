import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkNamesakes } from "../../../adapters/commands/check-namesakes.ts";
import { followNamesakes, NAMESAKES_FILE, readNamesakes } from "../../../adapters/files/read-namesakes.ts";

const relay = { name: "the mail relay", ours: "the press's", words: ["relay"], samples: ["the relay is gone"] };

describe("what a knowledge base is not about", () => {
  let dir = "";
  const write = (text: string) => writeFileSync(join(dir, NAMESAKES_FILE), text);

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "namesakes-"));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it("is nothing where there is no such file", () => {
    expect(readNamesakes(dir)).toBeUndefined();
    expect(followNamesakes(dir, (problem) => expect.fail(problem))()).toBeUndefined();
  });

  it("counts as soon as it is written, and what is wrong with it is told once", () => {
    const told: string[] = [];
    const look = followNamesakes(dir, (problem) => told.push(problem));
    write(JSON.stringify({ namesakes: [relay] }));
    expect(look()).toMatchObject({ kind: "namesakes", namesakes: [{ name: "the mail relay" }] });
    write("half a file");
    expect([look(), look()].map((parsed) => parsed?.kind)).toEqual(["unusable", "unusable"]);
    expect(told).toEqual([
      expect.stringMatching(/^Cannot use .*namesakes\.json: it is no JSON object .* See kb\/README\.md\.$/),
    ]);
    rmSync(join(dir, NAMESAKES_FILE));
    expect(look()).toBeUndefined();
  });

  it("is checked by its own samples", () => {
    write(JSON.stringify({ namesakes: [{ ...relay, samples: ["the pump is gone"] }] }));
    const lines: string[] = [];
    const tell = (line: string) => void lines.push(line);
    const exit = checkNamesakes({
      file: "kb/namesakes.json",
      parsed: readNamesakes(dir),
      recognise: () => undefined,
      write: tell,
    });
    expect(exit).toBe(1);
    expect(lines).toEqual([
      'kb/namesakes.json:1: error: Cannot tell the mail relay by its sample "the pump is gone": it is taken for nothing of the kind. Add a source, a code or words, or correct the sample.',
    ]);
  });
});
