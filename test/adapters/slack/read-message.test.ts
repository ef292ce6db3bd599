import { describe, expect, it } from "vitest";
import { read } from "../../../adapters/slack/read.ts";
import { aMessage, heardOf, now } from "./payloads.ts";

describe("a message on Slack", () => {
  it("is named after itself, so that its mention and its retries are the same delivery", () => {
    const message = heardOf(aMessage({ text: "<@UBOT> 5389" }));
    const mention = heardOf(aMessage({ type: "app_mention", text: "<@UBOT> 5389" }, { event_id: "Ev2" }));
    expect(mention.id).toBe(message.id);
    expect(mention.event).toEqual(message.event);
    expect(message.event).toMatchObject({ text: "5389", addressed: true });
  });

  it("was said when its ts says so", () => {
    expect(heardOf(aMessage({})).at).toBe(1_700_000_000_000);
  });

  it("stays escaped: what Slack escapes is unescaped where signals are read", () => {
    expect(heardOf(aMessage({ text: "a &lt;b&gt; &amp;amp; <http://a.b|a.b>" })).event).toMatchObject({
      text: "a &lt;b&gt; &amp;amp; <http://a.b|a.b>",
    });
  });

  it.each([
    { what: "Slackbot's", event: { user: "USLACKBOT" } },
    { what: "nobody's", event: { user: undefined } },
    { what: "a joining", event: { subtype: "channel_join" } },
    { what: "a topic", event: { subtype: "channel_topic" } },
    { what: "a reminder", event: { subtype: "reminder_add" } },
    {
      what: "an edit that only unfurled a link",
      event: {
        subtype: "message_changed",
        message: { user: "U1", ts: "1.1", text: "http://a.b" },
        previous_message: { user: "U1", ts: "1.1", text: "http://a.b" },
      },
    },
    {
      what: "the bot's own edit",
      event: {
        subtype: "message_changed",
        message: { user: "UBOT", bot_id: "B1", ts: "1.1", text: "b" },
        previous_message: { ts: "1.1", text: "a" },
      },
    },
    {
      what: "the bot's own message that was deleted",
      event: {
        subtype: "message_deleted",
        deleted_ts: "1.1",
        previous_message: { user: "UBOT", bot_id: "B1", ts: "1.1" },
      },
    },
  ])("is not heard when it is $what", ({ event }) => {
    expect(read(aMessage(event), now)).toEqual({ kind: "nothing" });
  });

  it.each([
    { what: "with a file", event: { subtype: "file_share" } },
    { what: "sent to the channel too", event: { subtype: "thread_broadcast", thread_ts: "1.0" } },
  ])("is heard when it came $what", ({ event }) => {
    expect(heardOf(aMessage(event)).event.kind).toBe("said");
  });

  it("stands at the top of the channel although it has replies", () => {
    expect(heardOf(aMessage({ ts: "1.1", thread_ts: "1.1" })).place.thread).toBeUndefined();
    expect(heardOf(aMessage({ ts: "1.2", thread_ts: "1.1" })).place.thread).toBe("1.1");
  });

  it("is to the bot alone in a direct message, and to several people in a group", () => {
    const direct = heardOf(aMessage({ channel: "D1", channel_type: "im" }));
    expect(direct.place.kind).toBe("direct");
    expect(direct.event).toMatchObject({ addressed: true });
    const group = heardOf(aMessage({ channel: "G1", channel_type: "mpim" }));
    expect(group.place.kind).toBe("channel");
    expect(group.event).toMatchObject({ addressed: false });
  });

  it("has what was forwarded with it, and not what its links unfurl to", () => {
    const attachments = [
      { is_share: true, text: "Event ID 5389" },
      { from_url: "https://a.b", text: "A page" },
    ];
    expect(heardOf(aMessage({ text: "look", attachments })).event).toMatchObject({ text: "look\nEvent ID 5389" });
  });

  it("brings its text files, and no others", () => {
    const files = ["a.txt", "b.LOG", "c.xml", "d.csv", "e.zip", "f.png", "g.exe"].map(aFile);
    const heard = read(aMessage({ subtype: "file_share", files }), now);
    expect(
      heard.kind === "delivery" && heard.missing.files.map((file) => file.kind === "addressed" && file.name),
    ).toEqual(["a.txt", "b.LOG", "c.xml", "d.csv"]);
  });

  it("is about its thread when it mentions the bot there, unless it says what it wants", () => {
    expect(inThread("<@UBOT>")).toBe("1.0");
    expect(inThread("<@UBOT> any idea?")).toBe("1.0");
    expect(inThread("<@UBOT> status")).toBeUndefined();
    expect(inThread("any idea?")).toBeUndefined();
  });

  it("calls the bot when an edit puts the mention in, once, however Slack tells it", () => {
    const edited = { user: "U1", ts: "1700000060.000000" };
    const after = { user: "U1", ts: "1700000000.000100", text: "<@UBOT> 5389", edited };
    const change = {
      subtype: "message_changed",
      message: after,
      previous_message: { ...after, text: "5389" },
      hidden: true,
    };
    const heard = heardOf(aMessage(change));
    expect(heard.event).toMatchObject({ kind: "said", text: "5389", addressed: true });
    expect(heard.at).toBe(1_700_000_060_000);
    expect(heardOf(aMessage({ ...after, type: "app_mention" })).id).toBe(heard.id);
    expect(heard.id).not.toBe(heardOf(aMessage({ text: "5389" })).id);
  });

  it("asks for help when it is nothing but a mention", () => {
    expect(heardOf(aMessage({ text: "<@UBOT>" })).event).toMatchObject({ text: "help" });
  });

  it("is deleted when only its tombstone is left", () => {
    const gone = {
      subtype: "message_changed",
      message: { subtype: "tombstone", ts: "1.1" },
      previous_message: { user: "U1", ts: "1.1", text: "x" },
    };
    expect(heardOf(aMessage(gone)).event).toEqual({ kind: "deleted", message: "1.1" });
  });

  it("belongs to the organisation where the app is installed for all of it", () => {
    const authorizations = [
      { enterprise_id: "E1", team_id: "T1", user_id: "UBOT", is_bot: true, is_enterprise_install: true },
    ];
    expect(heardOf(aMessage({}, { authorizations })).place.tenant).toBe("E1");
  });
});

/** Which thread is read for a reply that says this. */
function inThread(text: string): string | undefined {
  const heard = read(aMessage({ text, thread_ts: "1.0" }), now);
  return heard.kind === "delivery" ? heard.missing.thread?.ts : undefined;
}

function aFile(name: string) {
  return { name, url_private_download: `https://files.slack.com/${name}`, size: 10 };
}
