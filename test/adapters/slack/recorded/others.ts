import type { Json } from "../../../../adapters/slack/json.ts";
import { event, NOTHING, ORG_AUTHORIZATION, type Recorded } from "./parts.ts";

/** Commands, as HTTP and a socket bring them. */
export const COMMANDS: readonly Recorded[] = [
  command("a command", {}, asked("5389", {})),
  command("a command without a word", { text: "" }, asked("", {})),
  command(
    "a command in a private channel",
    { channel_name: "privategroup", channel_id: "G024BE91L" },
    asked("5389", { channel: "G024BE91L", kind: "channel" }),
  ),
  command(
    "a command in a direct message",
    { channel_name: "directmessage", channel_id: "D024BE91L" },
    asked("5389", { channel: "D024BE91L", kind: "direct" }),
  ),
  command(
    "a command in an organisation, by HTTP",
    { is_enterprise_install: "true", enterprise_id: "E01GRID0001", enterprise_name: "Acme" },
    asked("5389", { tenant: "E01GRID0001" }),
  ),
  command(
    "a command in an organisation, over a socket",
    { is_enterprise_install: true, enterprise_id: "E01GRID0001" },
    asked("5389", { tenant: "E01GRID0001" }),
  ),
  command(
    "a command with what Slack escapes",
    { text: "&lt;b&gt; &amp; <@U0BEN00001|ben> <#C0OPS00001|ops>" },
    asked("&lt;b&gt; &amp; <@U0BEN00001|ben> <#C0OPS00001|ops>", {}),
  ),
  {
    name: "the question whether our certificate is good",
    envelope: { kind: "slash_commands", payload: { ssl_check: "1", token: "a-verification-token" } },
    heard: NOTHING,
  },
];

/** What Slack tells about the app itself. */
export const APP_EVENTS: readonly Recorded[] = [
  event("somebody looks at the Home tab", home({ tab: "home" }), {
    kind: "home",
    tenant: "T024BE7LD",
    by: { id: "U061F7AUR" },
  }),
  event("somebody looks at the messages tab", home({ tab: "messages" }), NOTHING),
  event(
    "the app was removed",
    { type: "app_uninstalled", event_ts: "1700000000.000100" },
    { kind: "removed", tenant: "T024BE7LD", at: 1_700_000_000_000 },
  ),
  event(
    "the app was removed, in the oldest shape",
    { type: "app_uninstalled" },
    { kind: "removed", tenant: "T024BE7LD" },
    { authorizations: undefined, context_team_id: undefined },
  ),
  event(
    "the app was removed from the organisation",
    { type: "app_uninstalled", event_ts: "1700000000.000100" },
    { kind: "removed", tenant: "E01GRID0001" },
    { team_id: "E01GRID0001", enterprise_id: "E01GRID0001", authorizations: [{ ...ORG_AUTHORIZATION, team_id: null }] },
  ),
  event(
    "the bot's token was taken back",
    { type: "tokens_revoked", tokens: { oauth: [], bot: ["U0KMSBOT01"] }, event_ts: "1700000000.000100" },
    { kind: "removed", tenant: "T024BE7LD" },
  ),
  event(
    "the token of a person was taken back",
    { type: "tokens_revoked", tokens: { oauth: ["U061F7AUR"], bot: [] }, event_ts: "1700000000.000100" },
    NOTHING,
  ),
  {
    name: "events that are held back",
    envelope: {
      kind: "events_api",
      payload: {
        type: "app_rate_limited",
        token: "a-verification-token",
        team_id: "T024BE7LD",
        minute_rate_limited: 1_700_000_000,
        api_app_id: "A0KMSAPP01",
      },
    },
    heard: { kind: "held-back", tenant: "T024BE7LD" },
  },
  {
    name: "the question whether the address is ours",
    envelope: {
      kind: "events_api",
      payload: {
        type: "url_verification",
        token: "a-verification-token",
        challenge: "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
      },
    },
    heard: NOTHING,
  },
  ...[
    "reaction_added",
    "team_join",
    "channel_rename",
    "file_shared",
    "link_shared",
    "member_joined_channel",
    "assistant_thread_started",
    "assistant_thread_context_changed",
    "team_access_revoked",
    "user_change",
    "an_event_of_tomorrow",
  ].map((type) =>
    event(
      `an event that we did not ask for: ${type}`,
      { type, user: "U061F7AUR", channel: "C0LAN2Q65", event_ts: "1700000000.000100" },
      NOTHING,
    ),
  ),
];

function command(name: string, facts: Json, heard: Json): Recorded {
  const payload = {
    token: "a-verification-token",
    team_id: "T024BE7LD",
    team_domain: "acme",
    channel_id: "C0LAN2Q65",
    channel_name: "ops",
    user_id: "U061F7AUR",
    user_name: "ana",
    command: "/kms",
    text: "5389",
    api_app_id: "A0KMSAPP01",
    is_enterprise_install: "false",
    response_url: "https://hooks.slack.com/commands/T024BE7LD/1234567890/AbCdEf",
    trigger_id: "13345224609.738474920.8088930838d88f008e0",
    ...facts,
  };
  return { name, envelope: { kind: "slash_commands", payload }, heard };
}

function asked(text: string, place: Json): Json {
  return {
    kind: "delivery",
    delivery: {
      place: { tenant: "T024BE7LD", channel: "C0LAN2Q65", kind: "channel", ...place },
      by: { id: "U061F7AUR", name: "ana" },
      event: {
        kind: "asked",
        text,
        about: undefined,
        answer: { handle: "https://hooks.slack.com/commands/T024BE7LD/1234567890/AbCdEf" },
      },
    },
  };
}

function home(facts: Json): Json {
  return {
    type: "app_home_opened",
    user: "U061F7AUR",
    channel: "D024BE91L",
    event_ts: "1700000000.000100",
    view: {
      id: "VPASKP233",
      team_id: "T024BE7LD",
      type: "home",
      blocks: [],
      private_metadata: "",
      callback_id: "",
      state: { values: {} },
      hash: "1700000000.AbC",
    },
    ...facts,
  };
}
