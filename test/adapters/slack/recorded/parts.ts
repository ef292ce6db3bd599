import type { Envelope } from "../../../../adapters/slack/heard.ts";
import type { Json } from "../../../../adapters/slack/json.ts";

/** A payload in the full shape in which Slack sends it, and what has to be understood of it. */
export type Recorded = {
  readonly name: string;
  readonly envelope: Envelope;
  /** Matches what `read` gives. */
  readonly heard: Json;
};

export const NOTHING = { kind: "nothing" } as const;

export const AUTHORIZATION = {
  enterprise_id: null,
  team_id: "T024BE7LD",
  user_id: "U0KMSBOT01",
  is_bot: true,
  is_enterprise_install: false,
};

export const ORG_AUTHORIZATION = {
  enterprise_id: "E01GRID0001",
  team_id: "T024BE7LD",
  user_id: "U0KMSBOT01",
  is_bot: true,
  is_enterprise_install: true,
};

/** The outer half of every event, with all that comes along and means nothing to us. */
export function event(name: string, inner: Json, heard: Json, outer: Json = {}): Recorded {
  const payload = {
    token: "a-verification-token",
    team_id: "T024BE7LD",
    context_team_id: "T024BE7LD",
    context_enterprise_id: null,
    api_app_id: "A0KMSAPP01",
    event: inner,
    type: "event_callback",
    event_id: "Ev0PV52K25",
    event_time: 1_700_000_000,
    authorizations: [AUTHORIZATION],
    is_ext_shared_channel: false,
    event_context: "4-eyJldCI6Im1lc3NhZ2UifQ",
    ...outer,
  };
  return { name, envelope: { kind: "events_api", payload }, heard };
}

/** A message of a person in a channel. */
export function message(facts: Json): Json {
  return {
    user: "U061F7AUR",
    type: "message",
    ts: "1700000000.000100",
    client_msg_id: "4d8b0f2e-5c1a-4a44-9d53-9d0a6f2f1b11",
    text: "Event ID: 5389",
    team: "T024BE7LD",
    blocks: [section(run("Event ID: 5389"))],
    channel: "C0LAN2Q65",
    event_ts: "1700000000.000100",
    channel_type: "channel",
    ...facts,
  };
}

export function run(text: string, style?: Json): Json {
  return { type: "text", text, ...(style === undefined ? {} : { style }) };
}

/** A rich text block with one paragraph. */
export function section(...elements: readonly Json[]): Json {
  return rich({ type: "rich_text_section", elements });
}

export function rich(...elements: readonly Json[]): Json {
  return { type: "rich_text", block_id: "gCfXv", elements };
}

export function said(text: string, more: Json = {}, place: Json = {}): Json {
  return {
    kind: "delivery",
    delivery: {
      id: "said:C0LAN2Q65:1700000000.000100",
      at: 1_700_000_000_000,
      place: { platform: "slack", tenant: "T024BE7LD", channel: "C0LAN2Q65", kind: "channel", ...place },
      by: { id: "U061F7AUR" },
      event: { kind: "said", message: "1700000000.000100", text, addressed: false, ...more },
    },
  };
}

export function file(facts: Json): Json {
  return {
    id: "F0S43P1CZ",
    created: 1_700_000_000,
    timestamp: 1_700_000_000,
    name: "application.log",
    title: "application.log",
    mimetype: "text/plain",
    filetype: "text",
    pretty_type: "Plain Text",
    user: "U061F7AUR",
    user_team: "T024BE7LD",
    editable: true,
    size: 2_048,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: "https://files.slack.com/files-pri/T024BE7LD-F0S43P1CZ/application.log",
    url_private_download: "https://files.slack.com/files-pri/T024BE7LD-F0S43P1CZ/download/application.log",
    permalink: "https://acme.slack.com/files/U061F7AUR/F0S43P1CZ/application.log",
    permalink_public: "https://slack-files.com/T024BE7LD-F0S43P1CZ-8004f909b1",
    edit_link: "https://acme.slack.com/files/U061F7AUR/F0S43P1CZ/application.log/edit",
    preview: "Event ID: 5389",
    lines: 40,
    lines_more: 35,
    has_rich_preview: false,
    file_access: "visible",
    ...facts,
  };
}
