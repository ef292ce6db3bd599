import { SLACK_LIMITS } from "./limits.ts";
import { shown } from "./text.ts";

/** Where a link leads: its words, and the host in brackets unless the words name it or it is Slack itself. */
export type Link = { readonly url: string; readonly text: string; readonly host: string };

/** Only http and https are links, and only without a user name or password in front of the host; anything else is plain words. */
export function linkOf(written: string, words: string): Link | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return undefined;
  if (url.href.length > SLACK_LIMITS.url) return undefined;
  const text = shown(words).replaceAll(/\s+/g, " ").trim();
  if (text === "") return { url: url.href, text: url.host, host: "" };
  return { url: url.href, text, host: url.host === OWN_HOST || text.includes(url.host) ? "" : ` (${url.host})` };
}

/** Whoever reads it is there already. */
const OWN_HOST = "app.slack.com";

/** {@link https://docs.slack.dev/reference/objects/user-object}: only such an id may ping somebody. */
export function isUserId(id: string): boolean {
  return /^[UW][A-Z0-9]{1,30}$/.test(id);
}

/** {@link https://docs.slack.dev/reference/objects/conversation-object}: public and private channels. */
export function isChannelId(id: string): boolean {
  return /^[CG][A-Z0-9]{1,30}$/.test(id);
}
