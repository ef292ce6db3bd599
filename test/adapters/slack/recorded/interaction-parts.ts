import type { Json } from "../../../../adapters/slack/json.ts";
import type { Recorded } from "./parts.ts";

export const RESPONSE_URL = "https://hooks.slack.com/actions/T024BE7LD/1234567890/9mQG8tAbCdEf";

export const stamp = { action_id: "kms:3:0", block_id: "o1rZe", action_ts: "1700000100.123456" };

export const attachment = {
  id: 1,
  color: "d00000",
  pretext: "Alert",
  title: "KMS is down",
  title_link: "https://monitor.example/1",
  text: "Event ID: 5085",
  fields: [
    { title: "Host", value: "EX01", short: true },
    { title: "Severity", value: "*critical*", short: true },
  ],
  footer: "monitor",
  ts: 1_700_000_000,
  fallback: "[critical] KMS is down",
  mrkdwn_in: ["text", "fields"],
};

export const alertBlocks = [
  { type: "header", block_id: "a", text: { type: "plain_text", text: "KMS is down", emoji: true } },
  {
    type: "section",
    block_id: "b",
    fields: [
      { type: "mrkdwn", text: "*Event ID:* 5085", verbatim: false },
      { type: "mrkdwn", text: "*Source:* MSExchangeKMS", verbatim: false },
    ],
    accessory: { type: "image", image_url: "https://monitor.example/g.png", alt_text: "graph" },
  },
  {
    type: "table",
    block_id: "t",
    rows: [[{ type: "raw_text", text: "*Host:* EX01" }]],
  },
  { type: "context", block_id: "c", elements: [{ type: "mrkdwn", text: "since 10:13", verbatim: false }] },
  {
    type: "actions",
    block_id: "d",
    elements: [{ type: "button", action_id: "ack", text: { type: "plain_text", text: "Acknowledge" }, value: "1" }],
  },
  { type: "divider", block_id: "e" },
];

export const mail = {
  id: "F0MAIL0001",
  mode: "email",
  name: "KMS_alert",
  title: "KMS alert",
  filetype: "email",
  subject: "KMS alert",
  from: [{ address: "monitor@example.com", name: "monitor", original: "monitor <monitor@example.com>" }],
  plain_text: "Event ID: 5085 on EX01",
  preview: "<div>Event ID: 5085 on EX01</div>",
  url_private: "https://files.slack.com/files-pri/T024BE7LD-F0MAIL0001/kms_alert",
};

export const held = JSON.stringify({
  held: ["T024BE7LD", "C0LAN2Q65", "1699999999.000001", "channel", "C0LAN2Q65", "1700000000.000300", "abc.4"],
  handle: RESPONSE_URL,
  until: 1_700_001_800_000,
});

export function interaction(name: string, payload: Json, heard: Json): Recorded {
  return { name, envelope: { kind: "interactive", payload }, heard };
}

export function base(type: string): Json {
  return {
    type,
    token: "a-verification-token",
    api_app_id: "A0KMSAPP01",
    team: { id: "T024BE7LD", domain: "acme" },
    user: { id: "U061F7AUR", username: "ana", name: "ana", team_id: "T024BE7LD" },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: "13345224609.738474920.8088930838d88f008e0",
  };
}

export function click(action: Json, facts: Json = {}): Json {
  const botMessage = {
    type: "message",
    subtype: "bot_message",
    user: "U0KMSBOT01",
    bot_id: "B0KMSBOT01",
    app_id: "A0KMSAPP01",
    text: "Step 1",
    ts: "1700000000.000300",
    thread_ts: "1699999999.000001",
    blocks: [],
  };
  return {
    ...base("block_actions"),
    container: {
      type: "message",
      message_ts: "1700000000.000300",
      channel_id: "C0LAN2Q65",
      is_ephemeral: false,
      thread_ts: "1699999999.000001",
    },
    channel: { id: "C0LAN2Q65", name: "ops" },
    message: botMessage,
    state: { values: { other: { field: { type: "plain_text_input", value: "x" } } } },
    response_url: RESPONSE_URL,
    actions: [action],
    ...facts,
  };
}

export function button(value: string): Json {
  return {
    type: "button",
    ...stamp,
    text: { type: "plain_text", text: "Done", emoji: false },
    style: "primary",
    value,
  };
}

export function option(label: string, value: string): Json {
  return { text: { type: "plain_text", text: label, emoji: false }, value };
}

export function clicked(token: string, place: Json): Json {
  const event = { kind: "clicked", token, message: { message: "1700000000.000300" }, answer: { handle: RESPONSE_URL } };
  return {
    kind: "delivery",
    delivery: { place: { tenant: "T024BE7LD", ...place }, by: { id: "U061F7AUR", name: "ana" }, event },
  };
}

export function shortcutOn(about: Json): Json {
  return {
    ...base("message_action"),
    action_ts: "1700000100.123456",
    callback_id: "match",
    message_ts: about["ts"],
    channel: { id: "C0LAN2Q65", name: "ops" },
    message: about,
    response_url: RESPONSE_URL,
  };
}

export function asked(text: string): Json {
  const event = {
    kind: "asked",
    text,
    about: { channel: "C0LAN2Q65", message: "1700000000.000100" },
    answer: { handle: RESPONSE_URL },
  };
  return { kind: "delivery", delivery: { place: { tenant: "T024BE7LD", channel: "C0LAN2Q65" }, event } };
}

export function alert(facts: Json): Json {
  return {
    type: "message",
    subtype: "bot_message",
    bot_id: "B0MONITOR1",
    app_id: "A0MONITOR1",
    username: "monitor",
    bot_profile: {
      id: "B0MONITOR1",
      app_id: "A0MONITOR1",
      name: "monitor",
      deleted: false,
      updated: 1_600_000_000,
      icons: {},
    },
    ts: "1700000000.000100",
    team: "T024BE7LD",
    ...facts,
  };
}

export function view(type: "modal" | "home", facts: Json): Json {
  return {
    id: "VNHU13V36",
    team_id: "T024BE7LD",
    type,
    blocks: [],
    private_metadata: "",
    callback_id: "",
    state: { values: {} },
    hash: "1700000100.Abc",
    title: { type: "plain_text", text: "Skip…" },
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    previous_view_id: null,
    root_view_id: "VNHU13V36",
    app_id: "A0KMSAPP01",
    external_id: "",
    app_installed_team_id: "T024BE7LD",
    bot_id: "B0KMSBOT01",
    ...facts,
  };
}

export function submission(callback: string, metadata: string, values: Json): Json {
  return {
    ...base("view_submission"),
    view: view("modal", { callback_id: callback, private_metadata: metadata, state: { values } }),
    response_urls: [],
  };
}
