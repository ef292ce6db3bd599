import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeSlack, Message } from "../../support/slack/index.ts";
import { botMessages } from "./bot-messages.ts";
import { aStage, type Stage } from "./stage.ts";

/** A labelled case: what is said where, and what has to come of it. */
type Golden = {
  readonly id: string;
  readonly via: "command" | "channel" | "thread";
  readonly texts: readonly string[];
  readonly verdict: "answer" | "ask" | "silent";
  readonly first?: string;
};

const folder = process.env["KMS_EVAL_DIR"] ?? join(import.meta.dirname, "../../../../shared/eval");
const file = join(folder, "golden.jsonl");
const cases: readonly Golden[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];
if (cases.length === 0)
  process.stdout.write("The golden cases are not here: they are not played on Slack. Set KMS_EVAL_DIR.\n");

const WORDS = { answer: "", ask: "Which of these is true?", silent: "No article fits" } as const;

describe.runIf(cases.length > 0)("the golden cases on Slack", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage("socket");
  });

  afterEach(async () => {
    await stage.stop();
  });

  it.each(cases.filter(({ via }) => via === "command"))(
    "$id: the command is answered in private",
    async ({ texts, verdict, first }) => {
      await stage.slack.user("U1").types(`/kms ${texts.join(" ")}`, "C1");
      const answer = await stage.privately("U1", first ?? WORDS[verdict]);
      expect(stage.slack.visibleText(answer)).toContain(WORDS[verdict]);
      expect(botMessages(stage.slack)).toEqual([]);
      expect(stage.slack.rejections).toEqual([]);
    },
  );

  it.each(cases.filter(({ via }) => via !== "command"))(
    "$id: what is said in the channel is answered in its thread, or not at all",
    async ({ texts, verdict, first }) => {
      const [paste, ...more] = texts;
      const { slack } = stage;
      const said = slack.user("U1").says("C1", paste ?? "");
      await settled(stage);
      for (const text of more) slack.user("U2").says("C1", text, { thread: said.ts });
      await settled(stage);
      const [answer, ...others] = botMessages(slack);
      expect(others).toEqual([]);
      expect(answer === undefined ? "silent" : "speaks").toBe(verdict === "silent" ? "silent" : "speaks");
      expect(answer === undefined ? WORDS.silent : seen(slack, answer)).toContain(first ?? WORDS[verdict]);
      expect(slack.rejections).toEqual([]);
    },
  );
});

function seen(slack: FakeSlack, { channel, ts }: Message): string {
  const now = slack
    .channel(channel)
    .everything()
    .find((message) => message.ts === ts);
  return now === undefined ? "" : slack.visibleText(now);
}

async function settled({ slack, bot }: Stage): Promise<void> {
  await slack.quiet();
  await bot.settled();
  await slack.quiet();
}
