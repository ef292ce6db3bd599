import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SP4 } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe("the eyes on Discord", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage();
  });

  afterEach(async () => {
    await stage.stop();
  });

  const signs = () =>
    stage.discord.calls
      .filter(({ route }) => route.includes("/reactions/"))
      .map(({ route, path }) => `${route.split(" ")[0]} ${/\/channels\/\d+\/messages\/\d+/.exec(path)?.[0]}`);

  it("are on a question, and come off when its answer is out", async () => {
    const asked = stage.discord.user("ana").says("errors", `${stage.discord.mention} 5085`);
    await stage.answerTo(asked);
    await stage.discord.until(() => signs().length === 2, "eyes that came and went");
    expect(signs()).toEqual(cameAndWent(asked));
    expect(stage.discord.rejections).toEqual([]);
  });

  it("are on a question that replies to an answer under which there is no thread", async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    const asked = discord.user("ben").says("errors", `${discord.mention} status`, { replyTo: answer });
    await stage.privately("ben", "What happened so far");
    await discord.until(() => signs().length === 2, "eyes that came and went");
    expect(signs()).toEqual(cameAndWent(asked));
  });

  it("are on a question within a thread", async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    const thread = discord.user("ben").startsThread(answer, "kms");
    const asked = discord.user("ben").says(thread.id, `${discord.mention} status`);
    await stage.privately("ben", "What happened so far");
    await discord.until(() => signs().length === 2, "eyes that came and went");
    expect(signs()).toEqual(cameAndWent(asked));
  });

  it("are not on what is said in passing", async () => {
    await stage.answerTo(stage.discord.user("ana").says("errors", SP4));
    await stage.bot.settled();
    expect(signs()).toEqual([]);
  });
});

function cameAndWent({ channel, id }: { readonly channel: string; readonly id: string }): readonly string[] {
  return [`PUT /channels/${channel}/messages/${id}`, `DELETE /channels/${channel}/messages/${id}`];
}
