import type { Json } from "../../../../adapters/slack/json.ts";
import { AUTHORIZATION, event, message, ORG_AUTHORIZATION, type Recorded, rich, run, said, section } from "./parts.ts";

const CODE = "Event Type:\tError\nEvent Source:\tMSExchangeKMS\nEvent ID:\t5085\n  KMS can not mount the key database.";

/** What people say in channels, in every dress in which Slack delivers it. */
export const MESSAGES: readonly Recorded[] = [
  event("a plain message", message({}), said("Event ID: 5389")),
  event(
    "a paste in a code block, which stays as it was pasted",
    message({
      text: `any idea?\n\`\`\`${CODE}\`\`\``,
      blocks: [
        rich(
          { type: "rich_text_section", elements: [run("any idea?\n")] },
          { type: "rich_text_preformatted", border: 0, elements: [run(CODE)] },
        ),
      ],
    }),
    said(`any idea?\n\`\`\`${CODE}\`\`\``),
  ),
  event(
    "a message that says nothing but blocks",
    message({
      text: "",
      blocks: [
        rich(
          {
            type: "rich_text_section",
            elements: [
              run("Event ID: "),
              run("5389", { bold: true }),
              run(" says "),
              { type: "user", user_id: "U0BEN00001" },
              run(" of "),
              { type: "usergroup", usergroup_id: "S0OPS00001" },
              run(" in "),
              { type: "channel", channel_id: "C0OPS00001" },
              run(" "),
              { type: "emoji", name: "fire", unicode: "1f525" },
              run(" "),
              { type: "link", url: "https://a.example/x", text: "here" },
              run(" since "),
              { type: "date", timestamp: 1_700_000_000, format: "{date}", fallback: "14 November" },
            ],
          },
          { type: "rich_text_preformatted", elements: [run(CODE)] },
          { type: "rich_text_quote", elements: [run("quoted")] },
          {
            type: "rich_text_list",
            style: "ordered",
            indent: 0,
            border: 0,
            elements: [
              { type: "rich_text_section", elements: [run("first")] },
              { type: "rich_text_section", elements: [run("second")] },
            ],
          },
          {
            type: "rich_text_list",
            style: "bullet",
            indent: 1,
            elements: [{ type: "rich_text_section", elements: [run("inner")] }],
          },
        ),
      ],
    }),
    said(
      [
        "Event ID: 5389 says <@U0BEN00001> of <!subteam^S0OPS00001> in <#C0OPS00001> :fire: here since 14 November",
        CODE,
        "quoted",
        "1. first\n2. second",
        "  • inner",
      ].join("\n"),
    ),
  ),
  event(
    "what somebody does (/me)",
    message({ subtype: "me_message", text: "sees event 5389" }),
    said("sees event 5389"),
  ),
  event(
    "a reply in a thread",
    message({ thread_ts: "1699999999.000001", parent_user_id: "U0BEN00001" }),
    said("Event ID: 5389", {}, { thread: "1699999999.000001" }),
  ),
  event(
    "a reply that is shown in the channel too",
    message({
      subtype: "thread_broadcast",
      thread_ts: "1699999999.000001",
      root: { type: "message", user: "U0BEN00001", text: "it broke", ts: "1699999999.000001", reply_count: 1 },
    }),
    said("Event ID: 5389", {}, { thread: "1699999999.000001" }),
  ),
  event(
    "a link that was unfurled before the message arrived",
    message({
      text: "see <https://a.example/5085>",
      attachments: [
        {
          id: 1,
          from_url: "https://a.example/5085",
          service_name: "A",
          title: "Event 5085",
          text: "A page about event 5085",
          fallback: "Event 5085",
          original_url: "https://a.example/5085",
        },
      ],
    }),
    said("see <https://a.example/5085>"),
  ),
  event(
    "somebody of another workspace in a channel that is shared",
    message({
      user: "U0GUEST001",
      user_team: "T0PARTNER1",
      source_team: "T0PARTNER1",
      team: "T0PARTNER1",
      user_profile: {
        display_name: "Gil",
        real_name: "Gil Guest",
        team: "T0PARTNER1",
        is_restricted: false,
        is_ultra_restricted: false,
      },
    }),
    { kind: "delivery", delivery: { place: { tenant: "T024BE7LD" }, by: { id: "U0GUEST001", name: "Gil" } } },
    { team_id: "T0PARTNER1", context_team_id: "T024BE7LD", is_ext_shared_channel: true },
  ),
  event(
    "the same, where nothing but the context says whose installation is told",
    message({ user_team: "T0PARTNER1", source_team: "T0PARTNER1" }),
    { kind: "delivery", delivery: { place: { tenant: "T024BE7LD" } } },
    { team_id: "T0PARTNER1", authorizations: [], is_ext_shared_channel: true },
  ),
  event(
    "a message in an organisation that has the app for all its workspaces",
    message({}),
    { kind: "delivery", delivery: { place: { tenant: "E01GRID0001", channel: "C0LAN2Q65" } } },
    { enterprise_id: "E01GRID0001", context_enterprise_id: "E01GRID0001", authorizations: [ORG_AUTHORIZATION] },
  ),
  event(
    "the same from another workspace of the organisation",
    message({ team: "T0SISTER01" }),
    { kind: "delivery", delivery: { place: { tenant: "E01GRID0001", channel: "C0LAN2Q65" } } },
    { team_id: "T0SISTER01", authorizations: [{ ...ORG_AUTHORIZATION, team_id: null }], enterprise_id: "E01GRID0001" },
  ),
  event(
    "a workspace of an organisation that installed the app for itself",
    message({}),
    { kind: "delivery", delivery: { place: { tenant: "T024BE7LD" } } },
    { enterprise_id: "E01GRID0001", authorizations: [{ ...AUTHORIZATION, enterprise_id: "E01GRID0001" }] },
  ),
  event("a direct message", message({ channel: "D024BE91L", channel_type: "im" }), {
    kind: "delivery",
    delivery: { place: { channel: "D024BE91L", kind: "direct" }, event: { kind: "said", addressed: true } },
  }),
  event("a message in a group of people", message({ channel: "G024BE91L", channel_type: "mpim" }), {
    kind: "delivery",
    delivery: { place: { kind: "channel" }, event: { addressed: false } },
  }),
  event("a mention, as its own event", mention("<@U0KMSBOT01> 5389", {}), said("5389", { addressed: true })),
  event(
    "a mention, as a message",
    message({ text: "<@U0KMSBOT01> 5389", blocks: [section({ type: "user", user_id: "U0KMSBOT01" }, run(" 5389"))] }),
    said("5389", { addressed: true }),
  ),
  event("a mention and nothing else", mention("<@U0KMSBOT01>", {}), said("help", { addressed: true })),
  event(
    "a mention in a thread",
    mention("<@U0KMSBOT01> any idea?", { thread_ts: "1699999999.000001", parent_user_id: "U0BEN00001" }),
    {
      ...said("any idea?", { addressed: true }, { thread: "1699999999.000001" }),
      missing: { thread: { ts: "1699999999.000001", until: "1700000000.000100", without: "U0KMSBOT01" } },
    },
  ),
];

function mention(text: string, facts: Json): Json {
  const { channel_type: _, ...rest } = message({ text, blocks: [section(run(text))], ...facts });
  return { ...rest, type: "app_mention" };
}
