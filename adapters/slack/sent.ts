import { webApi } from "@slack/bolt";
import type { Post, Sent } from "../../src/app/platform.ts";
import { reasonOf } from "./report.ts";

/** What one of Slack's error codes means for what was to be sent. */
type Fate =
  /** It is as it was to be. */
  | { readonly kind: "done" }
  | { readonly kind: "later" }
  | { readonly kind: "doubtful" }
  | { readonly kind: "impossible"; readonly advice: string };

const DONE = { kind: "done" } as const;
const LATER = { kind: "later" } as const;
const DOUBTFUL = { kind: "doubtful" } as const;

function never(advice: string): Fate {
  return { kind: "impossible", advice };
}

const INVITE = never("Invite the bot to the channel: type /invite @kms there.");
const REINSTALL = never(
  "The bot's token is no good any more. Install the app again and put the new token into SLACK_BOT_TOKEN.",
);
const OUR_FAULT = never("This is a mistake of the bot. Report it with the time at which it happened.");

/** {@link https://docs.slack.dev/reference/methods/chat.postMessage#errors} and its siblings. */
const FATES: Readonly<Record<string, Fate>> = {
  ratelimited: LATER,
  rate_limited: LATER,
  message_limit_exceeded: LATER,
  service_unavailable: LATER,
  team_added_to_org: LATER,
  not_allowed_during_migration: LATER,
  fatal_error: DOUBTFUL,
  internal_error: DOUBTFUL,
  request_timeout: DOUBTFUL,
  already_reacted: DONE,
  no_reaction: DONE,
  not_in_channel: INVITE,
  channel_not_found: never(
    "The bot does not see the channel: it is private, or gone. Type /invite @kms there if it still exists.",
  ),
  is_archived: never("The channel is archived. Unarchive it, or go on in another channel."),
  message_not_found: never("The message was deleted. Paste the error again to begin anew."),
  thread_not_found: never("The thread was deleted. Paste the error again to begin anew."),
  cant_update_message: never("The message belongs to another app or an earlier installation. Paste the error again."),
  cant_delete_message: never("The message belongs to another app or an earlier installation. Delete it by hand."),
  edit_window_closed: never(
    "The workspace forbids edits that late. Ask an admin to change the message-editing setting.",
  ),
  restricted_action: never("The workspace forbids it. Ask an admin to let apps post in this channel."),
  restricted_action_read_only_channel: never("The channel is read-only. Ask an admin to let the bot post there."),
  restricted_action_thread_only_channel: never("Only threads are allowed there. Paste the error as a message first."),
  restricted_action_non_threadable_channel: never("The channel has no threads. Use another channel."),
  restricted_action_thread_locked: never("The thread is locked. Ask an admin to unlock it, or paste the error again."),
  ekm_access_denied: never("The workspace's key management refused it. Ask an admin."),
  too_many_reactions: never("The message has all the reactions it can have."),
  invalid_name: OUR_FAULT,
  user_not_in_channel: never("You are not in that channel. Join it, and ask again."),
  user_not_found: never("Slack does not know this person any more."),
  user_disabled: never("This person's account is deactivated."),
  messages_tab_disabled: never("Direct messages to the bot are off. Switch on App Home, Messages Tab."),
  cannot_dm_bot: never("This is a bot; nobody would read it."),
  missing_scope: never("The bot lacks a permission. Take the scopes from manifest.yaml and install the app again."),
  no_permission: never("The bot lacks a permission. Take the scopes from manifest.yaml and install the app again."),
  not_allowed_token_type: never("SLACK_BOT_TOKEN holds another kind of token. Copy the one that begins with xoxb-."),
  not_authed: REINSTALL,
  invalid_auth: REINSTALL,
  account_inactive: REINSTALL,
  token_revoked: REINSTALL,
  token_expired: REINSTALL,
  access_denied: REINSTALL,
  org_login_required: never("The workspace is being moved into an organisation. Try again when an admin says so."),
  team_access_not_granted: never("The app was not let into this workspace. Ask an admin of the organisation."),
  msg_too_long: OUR_FAULT,
  msg_blocks_too_long: OUR_FAULT,
  no_text: OUR_FAULT,
  invalid_blocks: OUR_FAULT,
  invalid_blocks_format: OUR_FAULT,
  invalid_arguments: OUR_FAULT,
};

/** Before the call left us: nobody can have heard of it. */
const NEVER_LEFT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_/;

/** What a failed call means. Doing these twice changes nothing, so a doubt about them is only a delay. */
export function sentAfter(error: unknown, post: Post["kind"]): Sent {
  const fate = fateOf(error, post);
  const why = reasonOf(error);
  switch (fate.kind) {
    case "done":
      return { kind: "sent", ref: undefined };
    case "later":
      return { kind: "later", after: pauseIn(error), why };
    case "doubtful":
      return post === "post" ? { kind: "doubtful", why } : { kind: "later", after: undefined, why };
    case "impossible":
      return { kind: "impossible", why, advice: fate.advice };
  }
}

function fateOf(error: unknown, post: Post["kind"]): Fate {
  if (error instanceof webApi.WebAPIRateLimitedError) return LATER;
  if (error instanceof webApi.WebAPIPlatformError) return fateOfCode(error.data.error, post);
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode === 429 ? LATER : DOUBTFUL;
  if (error instanceof webApi.WebAPIRequestError) return NEVER_LEFT.test(causesOf(error.original)) ? LATER : DOUBTFUL;
  return isRateLimitWithoutPause(error) ? LATER : DOUBTFUL;
}

function fateOfCode(code: string, post: Post["kind"]): Fate {
  if (code === "message_not_found" && (post === "remove" || post === "unreact" || post === "react")) return DONE;
  return (Object.hasOwn(FATES, code) ? FATES[code] : undefined) ?? unknownFate(code);
}

/** A code that is no word is a page of HTML: something between us and Slack answered, and what happened is unknown. */
function unknownFate(code: string): Fate {
  if (!/^[a-z_]+$/.test(code)) return DOUBTFUL;
  return never(`Slack says ${code}. Look it up under the errors of chat.postMessage on docs.slack.dev.`);
}

/** The SDK has no word for a 429 that does not say how long to wait. */
function isRateLimitWithoutPause(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Retry header did not contain a valid timeout");
}

function pauseIn(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : undefined;
}

function causesOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const several = error instanceof AggregateError ? error.errors : [];
  const causes = [error.cause, ...several].map((cause) => causesOf(cause, depth + 1));
  return [code, error.message, ...causes].join(" ");
}
