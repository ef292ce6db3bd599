import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatModelFile } from "../../src/core/matching/model-file.ts";
import { aDoubtfulModel, aFittedModel } from "../support/models.ts";
import { startFakeSlack } from "../support/slack/index.ts";
import { aFolder, aProgram, type Program } from "./program.ts";

const PASTE = "KMS can not mount the key database. Either the database is missing or it is corrupted.\n";

/** A model that is hardly sure of any message, on disk. */
function aModelFile(text = formatModelFile(aFittedModel(aDoubtfulModel()))): string {
  const file = join(aFolder(), "model.json");
  writeFileSync(file, text);
  return file;
}

async function explained(program: Program): Promise<string> {
  program.type(PASTE);
  program.done();
  await program.ended;
  return program.said();
}

describe("a team with a model of its own", () => {
  it("reads in kms explain which one was matched with, and what it made of the error", async () => {
    const file = aModelFile();
    const said = await explained(aProgram(["explain"], { KMS_MODEL: file }));
    expect(said).toMatch(
      /matches with the model of .*model\.json \([0-9a-f]{8}\), fitted 2026-11-25 on 812 articles\n/,
    );
    expect(said).toContain("verdict: silent");
    const shipped = await explained(aProgram(["explain"], {}));
    expect(shipped).toContain("matches with the model that comes with kms\n");
    expect(shipped).toContain("verdict: answer");
  });

  it("may name it on the command line, before or after what is asked", async () => {
    const file = aModelFile();
    for (const args of [
      ["--model", file, "KMS can not mount the key database"],
      ["KMS can not mount the key database", "--model", file],
    ]) {
      const program = aProgram(args, {});
      expect(await program.ended).toBe(1);
    }
  });

  it("is answered all the same where the model is of no use, and hears why", async () => {
    const program = aProgram(["5389"], { KMS_MODEL: aModelFile("{}") });
    expect(await program.ended).toBe(0);
    expect(program.said()).toMatch(
      /Cannot match with the model of .*: it is not a model of kms\. Make one with this version: kms calibrate --into FILE\. Until then I match with the model that comes with kms\./,
    );
  });

  it("gets nothing explained, checked or compared by another model than the one that was named", async () => {
    for (const command of ["explain", "check", "calibrate"]) {
      const program = aProgram([command], { KMS_MODEL: join(aFolder(), "none.json") });
      expect(await program.ended).toBe(1);
      expect(program.said()).toMatch(/^Cannot match with the model of .*none\.json: it cannot be read \(ENOENT/);
    }
  });

  it("is told before minutes are spent that the new model cannot be written there", async () => {
    const program = aProgram(["calibrate", "--into", "/nowhere/model.json"], {});
    expect(await program.ended).toBe(1);
    expect(program.said()).toBe(
      "Cannot write the model: ENOENT: no such file or directory. Name another place than /nowhere/model.json.\n",
    );
  });

  it("is told that no file stands behind the option", async () => {
    const program = aProgram(["explain", "--model"], {});
    expect(await program.ended).toBe(1);
    expect(program.said()).toBe("Cannot use --model: no file stands behind it. Write --model FILE, or leave it out.\n");
  });
});

describe("a bot that serves with a model of its own", () => {
  it.each([
    ["says which", () => aModelFile(), /kms matches with the model of .* fitted 2026-11-25 on 812 articles/],
    ["starts without it where it is damaged", () => aModelFile("{"), /Until then I match with the model that comes/],
  ])("%s", async (_, file, says) => {
    const slack = await startFakeSlack();
    const program = aProgram([], {
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_BOT_TOKEN: slack.botToken(),
      SLACK_API_URL: slack.apiUrl,
      KMS_DATA: aFolder(),
      KMS_MODEL: file(),
    });
    expect(await program.says("kms is serving slack")).toMatch(says);
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    await slack.close();
  });
});
