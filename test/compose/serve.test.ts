import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { startFakeSlack } from "../support/slack/index.ts";
import { aFolder, aProgram, until } from "./program.ts";

/** A port on which somebody else listens. */
async function aTakenPort(): Promise<number> {
  const other = createServer().listen(0);
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const address = other.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The whole program on a fake Slack, with its operations server. */
async function aServedSlack(env: Readonly<Record<string, string>> = {}) {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const program = aProgram([], {
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_BOT_TOKEN: slack.botToken(),
    SLACK_API_URL: slack.apiUrl,
    KMS_DATA: aFolder(),
    KMS_PORT: "0",
    ...env,
  });
  const said = await program.says("kms is serving slack");
  const port = JSON.parse(said.trim().split("\n").at(-1) ?? "{}").port;
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
  return { slack, program, ready };
}

describe("kms with the tokens of Slack", () => {
  it("is ready once Slack is heard, answers, and stops within 25 s when it is told to", async () => {
    const { slack, program, ready } = await aServedSlack();
    await until(
      async () => ((await ready()) === 200 ? true : undefined),
      () => `readiness:\n${program.said()}`,
    );
    const paste = slack.user("U1").says("C1", "KMS can not mount the key database");
    const answer = await slack.until(() => slack.channel("C1").thread(paste.ts).at(1), "an answer");
    expect(slack.visibleText(answer)).toContain("Q818952");
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.said()).toContain("Stopping");
    expect(program.said()).not.toContain("mount the key database");
  });
});

describe("kms that cannot serve", () => {
  it.each([
    { env: { DISCORD_TOKEN: "none" }, port: "KMS_PORT", says: "Cannot serve /healthz: listen EADDRINUSE" },
    {
      env: { SLACK_BOT_TOKEN: "xoxb-none", SLACK_SIGNING_SECRET: "none" },
      port: "SLACK_PORT",
      says: "Cannot listen to Slack: listen EADDRINUSE",
    },
  ])("because its $port is taken says so, and ends with 1", async ({ env, port, says }) => {
    const program = aProgram([], { ...env, KMS_DATA: aFolder(), [port]: String(await aTakenPort()) });
    await program.says(says);
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain(`Set ${port}`);
    expect(program.said()).not.toContain("    at ");
  });

  it.each([
    { env: { KMS_PORT: "http" }, says: 'Cannot serve /healthz: KMS_PORT is "http".' },
    { env: { DATABASE_URL: "postgres://127.0.0.1:1/none" }, says: "Cannot open the store: connect ECONNREFUSED" },
    { env: { KMS_DATA: "/dev/null/kms" }, says: "Cannot open the store:" },
  ])("with $env says why, and ends with 1", async ({ env, says }) => {
    const program = aProgram([], { DISCORD_TOKEN: "none", ...env });
    await program.says(says);
    expect(await program.ended).toBe(1);
  });
});
