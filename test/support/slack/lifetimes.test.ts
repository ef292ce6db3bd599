import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "./caller.ts";
import type { Transport } from "./delivery/envelope.ts";
import { type FakeSlack, startFakeSlack } from "./index.ts";
import { type Json, stringAt } from "./json.ts";

let slack: FakeSlack;
/** What the app was told last, and what it says to it. */
let told: Json = {};
let ackBody: unknown;

beforeEach(async () => {
  slack = await startFakeSlack();
  told = {};
  ackBody = undefined;
  const app: Transport = (attempt) => {
    told = attempt.envelope.payload;
    return Promise.resolve({ kind: "acked", body: ackBody });
  };
  slack.deliveries.useTransport(app);
});
afterEach(() => slack.close());

const view = (title = "One") => ({
  type: "modal",
  title: { type: "plain_text", text: title },
  notify_on_close: true,
  blocks: [{ type: "divider" }],
});

async function command(): Promise<{ readonly trigger: string; readonly url: string }> {
  await slack.user("U1").types("/kms 5389", "C1");
  return { trigger: stringAt(told, "trigger_id") ?? "", url: stringAt(told, "response_url") ?? "" };
}

async function respond(url: string, body: Json): Promise<readonly [number, string]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return [response.status, await response.text()];
}

describe("a trigger", () => {
  it("opens one modal", async () => {
    const { trigger } = await command();
    expect(await call(slack, "views.open", { trigger_id: trigger, view: view() })).toMatchObject({ ok: true });
    expect(await call(slack, "views.open", { trigger_id: trigger, view: view() })).toMatchObject({
      error: "exchanged_trigger_id",
    });
    expect(slack.user("U1").modal).toMatchObject({ payload: { title: { text: "One" } } });
  });

  it("lasts three seconds", async () => {
    const { trigger } = await command();
    slack.clock.advance(3_001);
    expect(await call(slack, "views.open", { trigger_id: trigger, view: view() })).toMatchObject({
      error: "expired_trigger_id",
    });
  });

  it("is not used up by a view that Slack refuses", async () => {
    const { trigger } = await command();
    const refused = await call(slack, "views.open", { trigger_id: trigger, view: view("x".repeat(25)) });
    expect(refused).toMatchObject({ error: "invalid_arguments" });
    expect(JSON.stringify(refused)).toContain("[json-pointer:/view/title/text]");
    expect(await call(slack, "views.open", { trigger_id: trigger, view: view() })).toMatchObject({ ok: true });
  });
});

describe("modals", () => {
  const asking = {
    ...view(),
    submit: { type: "plain_text", text: "Next" },
    blocks: [
      {
        type: "input",
        block_id: "b",
        label: { type: "plain_text", text: "Why" },
        element: { type: "plain_text_input", action_id: "a" },
      },
    ],
  };

  it("stack three high, and no higher", async () => {
    const { trigger } = await command();
    await call(slack, "views.open", { trigger_id: trigger, view: asking });
    const person = slack.user("U1");
    for (const expected of ["pushed", "pushed", "failed"]) {
      ackBody = { response_action: "push", view: asking };
      const top = await slack.until(() => person.modal);
      expect(await person.submits(top, { Why: "because" })).toMatchObject({ kind: expected });
    }
    expect(slack.rejections).toMatchObject([{ error: "push_limit_reached" }]);
  });

  it("are updated only by who saw the latest one", async () => {
    const { trigger } = await command();
    await call(slack, "views.open", { trigger_id: trigger, view: view() });
    const opened = await slack.until(() => slack.user("U1").modal);
    const change = { view_id: opened.id, view: view("Two"), hash: opened.hash };
    expect(await call(slack, "views.update", change)).toMatchObject({ ok: true });
    expect(await call(slack, "views.update", change)).toMatchObject({ error: "hash_conflict" });
    await slack.user("U1").closes(opened);
    expect(told).toMatchObject({ type: "view_closed" });
    expect(await call(slack, "views.update", { ...change, hash: undefined })).toMatchObject({ error: "not_found" });
  });

  it("break when the app blames a field that does not exist", async () => {
    const { trigger } = await command();
    await call(slack, "views.open", { trigger_id: trigger, view: asking });
    const modal = await slack.until(() => slack.user("U1").modal);
    ackBody = { response_action: "errors", errors: { nowhere: "no" } };
    expect(await slack.user("U1").submits(modal, { Why: "x" })).toMatchObject({ kind: "failed" });
    expect(slack.rejections).toMatchObject([{ error: "invalid_response_errors" }]);
  });

  it("are not there for the Home tab, which is published instead", async () => {
    expect(await call(slack, "views.publish", { user_id: "U1", view: view() })).toMatchObject({
      error: "invalid_arguments",
    });
    expect(
      await call(slack, "views.publish", { user_id: "U1", view: { type: "home", blocks: [{ type: "divider" }] } }),
    ).toMatchObject({ ok: true });
    expect(slack.user("U1").home?.type).toBe("home");
  });
});

describe("a response_url", () => {
  it("takes five answers", async () => {
    const { url } = await command();
    for (let count = 0; count < 5; count += 1) expect(await respond(url, { text: "x" })).toEqual([200, "ok"]);
    expect((await respond(url, { text: "x" }))[0]).toBe(404);
    expect(slack.channel("C1").ephemeralFor("U1")).toHaveLength(5);
    expect(told).toMatchObject({ command: "/kms" });
  });

  it("lasts half an hour", async () => {
    const { url } = await command();
    slack.clock.advance(30 * 60_000 + 1);
    const [status, body] = await respond(url, { text: "x" });
    expect([status, body]).toEqual([404, expect.stringContaining("expired_url")]);
  });

  it("works where the bot was never invited, and refuses what a message may not hold", async () => {
    slack.channel("C1").remove("UBOTT1");
    const { url } = await command();
    expect(await respond(url, { text: "for all", response_type: "in_channel" })).toEqual([200, "ok"]);
    expect(slack.channel("C1").messages()).toMatchObject([{ text: "for all" }]);
    expect((await respond(url, { blocks: [{ type: "sparkles" }] }))[0]).toBe(400);
    expect(slack.rejections).toMatchObject([{ method: "response_url", error: "invalid_blocks" }]);
  });

  it("replaces and deletes the private message that was clicked", async () => {
    const button = { type: "button", action_id: "a", text: { type: "plain_text", text: "Share" } };
    const answered = async () => {
      ackBody = { text: "private", blocks: [{ type: "actions", elements: [button] }] };
      await command();
      ackBody = undefined;
      const message = await slack.until(() => slack.channel("C1").ephemeralFor("U1").at(-1));
      await slack.user("U1").clicks(message, "Share");
      return stringAt(told, "response_url") ?? "";
    };
    await respond(await answered(), { replace_original: true, text: "shared", blocks: [] });
    expect(slack.channel("C1").ephemeralFor("U1")).toMatchObject([{ text: "shared" }]);
    await respond(await answered(), { delete_original: true });
    expect(slack.channel("C1").ephemeralFor("U1")).toMatchObject([{ text: "shared" }]);
  });
});
