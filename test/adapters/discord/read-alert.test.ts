import { describe, expect, it } from "vitest";
import { readAlert } from "../../../adapters/discord/read-alert.ts";
import type { MessagePayload } from "../../../adapters/discord/read-message.ts";
import type { ChannelFacts } from "../../../adapters/discord/ref.ts";
import { discordAlert, KEY_DATABASE } from "../../support/alerts.ts";

const HOOK = { id: "1", username: "Grafana", global_name: null, discriminator: "0", avatar: null, bot: true };
const me = { user: "9", application: "8" };
const channel: ChannelFacts = { id: "5", guild: "4", kind: "channel", parent: undefined };

function anAlert(facts: Partial<MessagePayload> = {}): MessagePayload {
  return { id: "1400000000000000000", channel_id: "5", author: HOOK, type: 0, content: "5085", ...facts };
}

describe("what a machine posts on Discord", () => {
  it("is heard of a webhook and of a bot, with all that its embeds say", () => {
    const { embeds = [], content = "" } = discordAlert({ by: "Grafana", ...KEY_DATABASE });
    const told = { content, embeds: embeds.map((one) => ({ ...one })) };
    for (const by of [{ webhook_id: "1" }, {}]) {
      const heard = readAlert(anAlert({ ...told, ...by }), channel, me);
      expect(heard).toMatchObject({ by: { id: "1", name: "Grafana" }, event: { kind: "alerted" } });
      expect(JSON.stringify(heard?.event)).toContain("KMS can not mount the key database");
    }
  });

  it.each<readonly [what: string, facts: Partial<MessagePayload>]>([
    ["ours", { author: { ...HOOK, id: "9" } }],
    ["of our application", { application_id: "8" }],
    ["a reply", { type: 19 }],
    ["about another message", { message_reference: { type: 0, channel_id: "5", message_id: "6" } }],
    ["an answer to a command", { type: 20 }],
    ["made of components alone, as another instance of us is", { content: "" }],
    ["of a person, with the preview of a link", { author: { ...HOOK, bot: false }, embeds: [{ title: "5085" }] }],
  ])("is left alone when it is %s", (_, facts) => {
    expect(readAlert(anAlert(facts), channel, me)).toBeUndefined();
  });

  it.each(["thread", "post", "direct", "forum"] as const)("is left alone in a %s", (kind) => {
    expect(readAlert(anAlert(), { ...channel, kind }, me)).toBeUndefined();
  });
});
