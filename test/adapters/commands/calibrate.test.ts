import { describe, expect, it } from "vitest";
import { calibrate } from "../../../adapters/commands/calibrate.ts";
import { stagesOn } from "../../../adapters/commands/stages.ts";
import type { LabelledQuestion } from "../../../src/core/calibration/labelled.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { type FittedModel, formatModelFile, parseModelFile } from "../../../src/core/matching/model-file.ts";
import { SHIPPED } from "../../../src/core/matching/model-in-use.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { anArticle } from "../../support/builders.ts";
import { ownArticles } from "../../support/knowledge.ts";

function calibrated(articles: readonly Article[], labelled: readonly LabelledQuestion[] = []) {
  const lines: string[] = [];
  const progress: string[] = [];
  const saved: FittedModel[] = [];
  let now = 0;
  const exit = calibrate({
    articles,
    labelled,
    seed: 1,
    inUse: SHIPPED,
    today: "2026-11-25",
    read: readSignals,
    stages: stagesOn({ write: (text) => progress.push(text), isTTY: true, columns: 100 }, () => (now += 10)),
    writeLine: (line) => lines.push(line),
    into: {
      file: "model.json",
      save: (fitted) => void saved.push(fitted),
    },
  });
  return { exit, text: lines.join("\n"), progress: progress.join(""), saved };
}

const THINGS = [
  "spool",
  "journal",
  "ledger",
  "catalogue",
  "mailbox",
  "gateway",
  "printer",
  "replica",
  "cluster",
  "tunnel",
];
const DEEDS = ["mounted", "opened", "locked", "copied", "renamed", "flushed", "resumed", "signed", "trusted", "routed"];

/** Ninety-five articles, each about one thing that cannot be done. */
function manyArticles(): readonly Article[] {
  return Array.from({ length: 95 }, (_, at) => {
    const thing = `${THINGS[at % 10]} ${THINGS[Math.floor(at / 10) % 10]}`;
    const message = `The ${thing} could not be ${DEEDS[(at * 7) % 10]} because its ${DEEDS[(at * 3) % 10]} handle ${at} is stale.`;
    return anArticle({
      id: `Q${at}`,
      title: `The ${thing} is not ${DEEDS[(at * 7) % 10]}`,
      signals: { messages: [message] },
    });
  });
}

describe("a team that calibrates on four articles", () => {
  it("is told that these are too few, what the model of kms does with them, and gets no model", () => {
    const { exit, text, saved } = calibrated(ownArticles);
    expect(exit).toBe(1);
    expect(text).toContain("Cannot fit a model: 4 articles make only");
    expect(text).toMatch(/right article first +\d/);
    expect(saved).toEqual([]);
  });
});

/** About an article that is here, about none, and about one that is somewhere else. */
const SAID_BY_PEOPLE: readonly LabelledQuestion[] = [
  { via: "command", texts: ["the ledger and the spool are stale"], relevant: ["Q7"] },
  { via: "channel", texts: ["the coffee machine on floor 3 leaks"], relevant: [] },
  { via: "command", texts: ["the tape robot dropped a tape"], relevant: ["ELSEWHERE"] },
];

describe("a team that calibrates on its own articles", () => {
  const { exit, text, progress, saved } = calibrated(manyArticles(), SAID_BY_PEOPLE);

  it("gets a model that can be read again, with what it was fitted on", () => {
    expect(exit).toBe(0);
    const [fitted] = saved;
    expect(fitted?.fitted).toMatchObject({ on: "2026-11-25", articles: 76, labelled: 2, seed: 1 });
    const again = parseModelFile(formatModelFile(fitted!));
    if (again.kind !== "model") throw new Error(again.why);
    expect(formatModelFile(again.fitted)).toBe(formatModelFile(fitted!));
  });

  it("sees it beside the one of kms, on articles that it did not learn from, and hears whether to adopt it", () => {
    expect(text).toMatch(/On \d[\d,]* queries about \d+ articles that it did not learn from/);
    expect(text).toMatch(/right article first +\d+\.\d % +\d+\.\d %/);
    expect(text).toMatch(/0\.9–1\.0 +\d+ +\d+ % +\d+ %/);
    expect(text).toMatch(/Do not adopt the new model|Match with it: set KMS_MODEL=model\.json/);
  });

  it("hears of which kinds of query there were too few", () => {
    expect(text).toContain("0 event records are too few to learn from: these weights stay those of kms.");
  });

  it("sees what is being done, and how fast, on a line that is wiped in the end", () => {
    expect(progress).toMatch(/Asking about \d+ articles · [\d,]+ queries · \d+ a second/);
    expect(progress).toContain("Fitting to");
    expect(progress.endsWith("\r\u001B[2K")).toBe(true);
  });
});
