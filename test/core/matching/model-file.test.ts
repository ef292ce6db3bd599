import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatModelFile, parseModelFile } from "../../../src/core/matching/model-file.ts";
import { aDoubtfulModel, aFittedModel } from "../../support/models.ts";

type Json = Record<string, unknown>;

/** A sound file with something else in it. */
function aFile(change: (file: Json) => Json = (file) => file): string {
  return JSON.stringify(change(JSON.parse(formatModelFile(aFittedModel()))));
}

function changedLine(change: (line: string) => string): string {
  return aFile((file) => {
    const weights = Array.isArray(file["weights"]) ? file["weights"].map(String) : [];
    return { ...file, weights: weights.map((line, at) => (at === 0 ? change(line) : line)) };
  });
}

describe("a team that keeps its own model", () => {
  it("gets back what was written, with what it was fitted on", () => {
    const fitted = aFittedModel(aDoubtfulModel());
    expect(parseModelFile(formatModelFile(fitted))).toEqual({ kind: "model", fitted });
  });

  it.each([
    ["is no JSON", "# Notes"],
    ["is JSON of something else", '{"name": "kms", "version": "0.1.0"}'],
    ["is a list", "[1, 2]"],
    ["is empty", ""],
  ])("is told that a file is not a model when it %s", (_, text) => {
    expect(parseModelFile(text)).toEqual({
      kind: "unusable",
      why: "it is not a model of kms. Make one with this version: kms calibrate --into FILE.",
    });
  });

  it("is told that another version of kms wrote it", () => {
    expect(parseModelFile(aFile((file) => ({ ...file, format: 2 })))).toMatchObject({
      why: "it has format 2, and this version of kms reads format 1. Make one with this version: kms calibrate --into FILE.",
    });
  });

  it("is told which features it has too many, and which are missing", () => {
    const text = aFile((file) => ({
      ...file,
      features: [
        ...(Array.isArray(file["features"]) ? file["features"].filter((name) => name !== "chain") : []),
        "moon",
      ],
    }));
    expect(parseModelFile(text)).toMatchObject({
      why: expect.stringMatching(
        /^it was fitted for another version of kms, on features that this version does not know \(moon\) and without some that it looks at \(chain\)\. Make one/,
      ),
    });
  });

  it.each([
    ["a weight that is no number", changedLine((line) => line.replace(/=\S+/, "=much"))],
    ["a weight without a number", changedLine((line) => line.replace(/=\S+/, "="))],
    ["a weight of something unknown", changedLine((line) => line.replace(/ \w+=/, " moon="))],
    ["a kind of query that is unknown", changedLine((line) => line.replace("event", "party"))],
    ["a tree without its leaves", aFile((file) => ({ ...file, weights: ["talk tree chain<0.5 1"] }))],
    ["a tree with too many leaves", aFile((file) => ({ ...file, weights: ["talk tree chain<0.5 1 2 3"] }))],
    ["no weights", aFile((file) => ({ ...file, weights: [] }))],
    ["a day that is none", aFile((file) => ({ ...file, fitted: { ...aFittedModel().fitted, on: "yesterday" } }))],
    ["fewer than no articles", aFile((file) => ({ ...file, fitted: { ...aFittedModel().fitted, articles: -1 } }))],
  ])("is told that it is damaged when it has %s", (_, text) => {
    expect(parseModelFile(text)).toMatchObject({ kind: "unusable", why: expect.stringContaining("it is damaged (") });
  });

  it("never brings anybody down, however it is cut off", () => {
    const text = formatModelFile(aFittedModel());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (end) => {
        expect(parseModelFile(text.slice(0, end)).kind).toBe("unusable");
      }),
      { numRuns: 100 },
    );
  });
});
