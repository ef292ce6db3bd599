import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aPlan } from "../../support/on-call.ts";
import { DIALOG } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe("assigning on Discord", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage();
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("asks for a person in a form, calls them once, and says in the run whose step it is", async () => {
    const { discord } = stage;
    const ben = discord.user("ben").id;
    const answer = await stage.answerTo(discord.user("ana").says("errors", DIALOG));
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    const form = await discord.user("ana").selects(answer, "Assign to…").modal();
    await discord.user("ana").submits(form, { "Who does this step?": ben }).answered();
    await stage.reads(answer, "This step is assigned to");
    const thread = await discord.until(() => discord.channel("errors").threads()[0], "a thread");
    const call = await discord.until(
      () =>
        discord
          .channel(thread.id)
          .messages()
          .find((message) => stage.seen(message).includes("asks you to see to this")),
      "a call",
    );
    expect(call.channel).toBe(thread.id);
    expect(new Set(discord.pings().flatMap(({ users }) => users))).toEqual(new Set([ben]));
    expect(discord.rejections).toEqual([]);
  });

  it("opens no form for somebody who may not send it, and says why at once", async () => {
    let granted = "";
    const oncall = () => aPlan({ people: [], roles: [{ role: "responder", to: `discord ${granted}` }] });
    const guarded = await aStage({ oncall });
    const { discord } = guarded;
    granted = discord.user("ana").id;
    const answer = await guarded.answerTo(discord.user("ana").says("errors", DIALOG));
    await discord.user("ana").clicks(answer, "Start").answered();
    await guarded.reads(answer, "Step 1 of");
    await discord.user("ben").selects(answer, "Assign to…").answered();
    await guarded.privately("ben", "Cannot work through steps: it takes the role responder.");
    await discord.user("ana").selects(answer, "Assign to…").modal();
    expect(discord.rejections).toEqual([]);
    await guarded.stop();
  });

  it("puts the eyes on a mention and takes them off when it is answered", async () => {
    const { discord } = stage;
    const asked = discord.user("ana").says("errors", `${discord.mention} 5085`);
    await stage.answerTo(asked);
    await stage.bot.settled();
    const eyes = discord.calls.filter(({ path }) => decodeURIComponent(path).includes(`${asked.id}/reactions/👀`));
    expect(eyes.map(({ route }) => route.split(" ")[0])).toEqual(["PUT", "DELETE"]);
  });
});
