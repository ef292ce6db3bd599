import type { AnswerHandle } from "../../src/app/platform.ts";
import { UNTOLD } from "../../src/core/authorization/role.ts";
import { type Instant, instant } from "../../src/core/resolution/responder.ts";
import { type Heard, NOTHING_MISSING } from "./heard.ts";
import { type Json, textAt } from "./json.ts";
import { SLACK_LIFETIMES } from "./limits.ts";
import { slackPlace, tenantOf } from "./ref.ts";

/** A slash command. {@link https://docs.slack.dev/interactivity/implementing-slash-commands} */
export function readCommandPayload(payload: Json, now: Instant): Heard {
  const [team, channel, user] = ["team_id", "channel_id", "user_id"].map((key) => textAt(payload, key));
  const isOrgWide = payload["is_enterprise_install"] === "true" || payload["is_enterprise_install"] === true;
  const tenant = tenantOf(team, isOrgWide ? textAt(payload, "enterprise_id") : undefined);
  if (tenant === undefined || channel === undefined || user === undefined) return { kind: "nothing" };
  const isDirect = payload["channel_name"] === "directmessage";
  const text = textAt(payload, "text") ?? "";
  const delivery = {
    id: `command:${textAt(payload, "trigger_id") ?? now}:${user}:${channel}`,
    at: now,
    place: slackPlace(tenant, channel, undefined, isDirect),
    by: { id: user, name: textAt(payload, "user_name") ?? user },
    standing: UNTOLD,
    event: { kind: "asked", text, about: undefined, answer: answerHandle(payload, now) },
  } as const;
  return { kind: "delivery", delivery, missing: NOTHING_MISSING };
}

/** Where the person alone can be answered, for half an hour. */
export function answerHandle(payload: Json, now: Instant): AnswerHandle | undefined {
  const handle = textAt(payload, "response_url");
  return handle === undefined ? undefined : { handle, until: instant(now + SLACK_LIFETIMES.responseUrl) };
}
