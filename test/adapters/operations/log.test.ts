import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type Log, openLog } from "../../../adapters/operations/index.ts";

async function written(isTTY: boolean, write: (log: Log) => void): Promise<string> {
  const output = Object.assign(new PassThrough(), { isTTY });
  write(openLog(output));
  output.end();
  return (await output.toArray()).join("");
}

describe("the log", () => {
  it("is one JSON object a line for machines", async () => {
    const text = await written(false, (log) => log.warn("Cannot reach Slack.", { platform: "slack" }));
    expect(JSON.parse(text)).toEqual({
      level: "warn",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      text: "Cannot reach Slack.",
      platform: "slack",
    });
  });

  it("is one readable line for people", async () => {
    const text = await written(true, (log) => log.error("Cannot reach Slack.", { tries: 3 }));
    expect(text).toMatch(/^\d\d:\d\d:\d\d {2}error {2}Cannot reach Slack\. {2}tries=3\n$/);
  });

  it("holds no secret, wherever it came from", async () => {
    const token = ["xoxb", "1234567890", "abcdefghijklmnop"].join("-");
    const text = await written(false, (log) =>
      log.info(`Cannot send with ${token}`, { url: "postgres://kms:hunter2secret@db/kms" }),
    );
    expect(text).not.toContain(token);
    expect(text).not.toContain("hunter2secret");
  });

  it("does not let an error move the cursor", async () => {
    const text = await written(true, (log) => log.warn("bad \u001B[2J\nthing"));
    expect(text.trimEnd()).not.toMatch(/\p{Cc}/u);
  });
});
