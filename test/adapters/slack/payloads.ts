import type { Envelope, Heard } from "../../../adapters/slack/heard.ts";
import { read } from "../../../adapters/slack/read.ts";
import { instant } from "../../../src/core/resolution/responder.ts";

export const now = instant(1_750_000_000_000);

export type Fields = Readonly<Record<string, unknown>>;

/** A message event as Slack sends it; the test names what matters. */
export function aMessage(event: Fields, payload: Fields = {}): Envelope {
  return {
    kind: "events_api",
    payload: {
      type: "event_callback",
      team_id: "T1",
      event_id: "Ev1",
      authorizations: [
        { enterprise_id: null, team_id: "T1", user_id: "UBOT", is_bot: true, is_enterprise_install: false },
      ],
      event: {
        type: "message",
        channel: "C1",
        channel_type: "channel",
        user: "U1",
        text: "Event ID 5389",
        ts: "1700000000.000100",
        ...event,
      },
      ...payload,
    },
  };
}

export function aClick(fields: Fields): Envelope {
  const click = {
    type: "block_actions",
    team: { id: "T1" },
    user: { id: "U1", username: "ana", name: "ana" },
    trigger_id: "1.2.3",
    container: { type: "message", message_ts: "1.1", channel_id: "C1", thread_ts: "1.0" },
    response_url: "https://hooks.slack.com/actions/x",
    actions: [
      {
        type: "button",
        action_id: "a",
        value: "token.1",
        action_ts: "1700000000.1",
        text: { type: "plain_text", text: "Done" },
      },
    ],
  };
  return { kind: "interactive", payload: { ...click, ...fields } };
}

function deliveryIn(heard: Heard) {
  if (heard.kind === "delivery") return heard.delivery;
  throw new Error(`Expected a delivery, but it is ${heard.kind}.`);
}

export function heardOf(envelope: Envelope) {
  return deliveryIn(read(envelope, now));
}
