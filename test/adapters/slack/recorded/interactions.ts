import {
  alert,
  alertBlocks,
  asked,
  attachment,
  base,
  button,
  click,
  clicked,
  held,
  interaction,
  mail,
  option,
  shortcutOn,
  stamp,
  submission,
  view,
} from "./interaction-parts.ts";
import { file, message, NOTHING, type Recorded } from "./parts.ts";

/** What people press, choose, fill in and look up from a message's menu. */
export const INTERACTIONS: readonly Recorded[] = [
  interaction(
    "a button under a message in a thread",
    click(button("abc.1")),
    clicked("abc.1", { channel: "C0LAN2Q65", thread: "1699999999.000001" }),
  ),
  interaction(
    "a button in a private answer, which comes without its message",
    click(button("abc.1"), {
      container: { type: "message", message_ts: "1700000000.000300", channel_id: "C0LAN2Q65", is_ephemeral: true },
      message: undefined,
    }),
    clicked("abc.1", { channel: "C0LAN2Q65" }),
  ),
  interaction(
    "a button in an attachment",
    click(button("abc.1"), {
      container: {
        type: "message_attachment",
        message_ts: "1700000000.000300",
        attachment_id: 1,
        channel_id: "C0LAN2Q65",
        is_ephemeral: false,
        is_app_unfurl: false,
      },
    }),
    clicked("abc.1", { channel: "C0LAN2Q65" }),
  ),
  interaction(
    "a button in a direct message",
    click(button("abc.1"), {
      channel: { id: "D024BE91L", name: "directmessage" },
      container: { type: "message", message_ts: "1700000000.000300", channel_id: "D024BE91L", is_ephemeral: false },
    }),
    clicked("abc.1", { channel: "D024BE91L", kind: "direct" }),
  ),
  interaction(
    "an entry behind the dots",
    click({ type: "overflow", ...stamp, selected_option: option("Stop here", "abc.2") }),
    clicked("abc.2", {}),
  ),
  interaction(
    "a choice in a menu",
    click({
      type: "static_select",
      ...stamp,
      placeholder: { type: "plain_text", text: "Choose", emoji: true },
      selected_option: option("Yes", "abc.3"),
    }),
    clicked("abc.3", {}),
  ),
  interaction(
    "ticks that mean nothing to us",
    click({ type: "checkboxes", ...stamp, selected_options: [option("A", "a"), option("B", "b")] }),
    NOTHING,
  ),
  interaction("a menu that was cleared", click({ type: "static_select", ...stamp, selected_option: null }), NOTHING),
  interaction(
    "a button that asks for words",
    click({ ...button("abc.4\n!Why is it skipped?\n"), text: { type: "plain_text", text: "Skip…", emoji: false } }),
    {
      kind: "form",
      trigger: "13345224609.738474920.8088930838d88f008e0",
      form: { token: "abc.4", title: "Skip…", input: { label: "Why is it skipped?", required: true } },
      by: { id: "U061F7AUR", name: "ana" },
    },
  ),
  interaction(
    "a link button on the Home tab",
    {
      ...base("block_actions"),
      container: { type: "view", view_id: "VNHU13V36" },
      view: view("home", {}),
      actions: [{ ...button(""), url: "https://a.example" }],
    },
    NOTHING,
  ),
  interaction(
    "a click in the organisation that has the app for all its workspaces",
    click(button("abc.1"), {
      team: null,
      enterprise: { id: "E01GRID0001", name: "Acme" },
      is_enterprise_install: true,
      user: { id: "W0ANA00001", username: "ana", name: "ana", team_id: "T0SISTER01" },
    }),
    { kind: "delivery", delivery: { place: { tenant: "E01GRID0001" }, by: { id: "W0ANA00001" } } },
  ),
  interaction(
    "a click by somebody of another workspace",
    click(button("abc.1"), { user: { id: "U0GUEST001", username: "gil", name: "gil", team_id: "T0PARTNER1" } }),
    { kind: "delivery", delivery: { place: { tenant: "T024BE7LD" }, by: { id: "U0GUEST001" } } },
  ),
  interaction("“Match this error” on a person's message with a file", shortcutOn(message({ files: [file({})] })), {
    ...asked("Event ID: 5389"),
    missing: { files: [{ name: "application.log" }] },
  }),
  interaction(
    "“Match this error” on a message that is nothing but a file",
    shortcutOn(message({ text: "", blocks: undefined, files: [file({})] })),
    { ...asked(""), missing: { files: [{ name: "application.log" }] } },
  ),
  interaction(
    "“Match this error” on an alert in attachments",
    shortcutOn(alert({ text: "", attachments: [attachment] })),
    asked("Alert\nKMS is down\nEvent ID: 5085\nHost: EX01\nSeverity: *critical*"),
  ),
  interaction(
    "“Match this error” on an alert that keeps the matter in blocks",
    shortcutOn(alert({ text: "[FIRING] KMS", blocks: alertBlocks })),
    asked("[FIRING] KMS\nKMS is down\n*Event ID:* 5085\n*Source:* MSExchangeKMS\n*Host:* EX01\nsince 10:13"),
  ),
  interaction(
    "“Match this error” on an alert whose text says the same as its blocks",
    shortcutOn(
      alert({
        text: "KMS is down: Event ID 5085",
        blocks: [
          {
            type: "section",
            block_id: "a",
            text: { type: "mrkdwn", text: "*KMS is down:* Event ID 5085", verbatim: false },
          },
        ],
      }),
    ),
    asked("KMS is down: Event ID 5085"),
  ),
  interaction(
    "“Match this error” on a mail",
    shortcutOn(alert({ text: "", files: [mail] })),
    asked("KMS alert\nEvent ID: 5085 on EX01"),
  ),
  interaction("“Match this error” in a thread", shortcutOn(message({ thread_ts: "1699999999.000001" })), {
    kind: "delivery",
    delivery: { place: { thread: "1699999999.000001" }, event: { about: { message: "1700000000.000100" } } },
  }),
  interaction(
    "the box for a paste",
    { ...base("shortcut"), action_ts: "1700000100.123456", callback_id: "paste" },
    { kind: "paste-box", tenant: "T024BE7LD", trigger: "13345224609.738474920.8088930838d88f008e0" },
  ),
  interaction(
    "the box for a paste, in an organisation",
    {
      ...base("shortcut"),
      action_ts: "1700000100.123456",
      callback_id: "paste",
      team: null,
      enterprise: { id: "E01GRID0001", name: "Acme" },
      is_enterprise_install: true,
    },
    { kind: "paste-box", tenant: "E01GRID0001" },
  ),
  interaction(
    "a paste that was sent",
    submission("kms:paste", "", {
      "kms:block": { "kms:field": { type: "plain_text_input", value: "Event ID: 5085\nSource: MSExchangeKMS" } },
    }),
    {
      kind: "delivery",
      missing: { direct: true },
      delivery: { place: { kind: "direct" }, event: { kind: "asked", text: "Event ID: 5085\nSource: MSExchangeKMS" } },
    },
  ),
  interaction(
    "the words for a button",
    submission("kms:words", held, { "kms:block": { "kms:field": { type: "plain_text_input", value: "no tape" } } }),
    {
      kind: "delivery",
      delivery: {
        place: { tenant: "T024BE7LD", channel: "C0LAN2Q65", thread: "1699999999.000001" },
        event: { kind: "clicked", token: "abc.4", typed: "no tape", message: { message: "1700000000.000300" } },
      },
    },
  ),
  interaction(
    "a form that was left empty",
    submission("kms:words", held, { "kms:block": { "kms:field": { type: "plain_text_input", value: null } } }),
    { kind: "delivery", delivery: { event: { kind: "clicked", typed: "" } } },
  ),
  interaction(
    "a form of another workspace",
    submission("kms:words", JSON.stringify({ held: ["T0OTHER001", "C1", "", "channel", "C1", "1.1", "abc.4"] }), {}),
    NOTHING,
  ),
  interaction(
    "a form that was closed",
    { ...base("view_closed"), view: view("modal", { callback_id: "kms:words" }), is_cleared: false },
    NOTHING,
  ),
  interaction(
    "a search in a menu that we do not have",
    { ...base("block_suggestion"), action_id: "x", block_id: "y", value: "q" },
    NOTHING,
  ),
];
