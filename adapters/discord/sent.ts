import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Post, Sent } from "../../src/app/platform.ts";

type Kind = Post["kind"];

/** What a failed call means for what was to be sent. Only a second post does harm, so only a post is ever doubtful. */
export function sentAfter(error: unknown, kind: Kind): Sent {
  if (error instanceof RateLimitError) return later(`Discord asked us to wait (${error.scope})`, error.retryAfter);
  if (error instanceof DiscordAPIError) return afterRefusal(error, kind);
  if (error instanceof HTTPError) return afterStatus(error.status, error.message, kind);
  return afterBreak(error, kind);
}

/** Whether Discord said no with this code. */
export function isRefusal(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** Discord's codes by name. {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes#json} */
export const CODE = {
  unknownChannel: 10_003,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownEmoji: 10_014,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  slowmode: 20_016,
  tooManyEdits: 30_046,
  tooManyReactions: 30_010,
  acknowledged: 40_060,
  missingAccess: 50_001,
  notAuthor: 50_005,
  emptyMessage: 50_006,
  cannotMessageUser: 50_007,
  missingPermissions: 50_013,
  wrongChannelType: 50_024,
  invalidToken: 50_027,
  invalidForm: 50_035,
  archived: 50_083,
  noCommonServer: 50_278,
  reactionBlocked: 90_001,
  overloaded: 130_000,
  threadExists: 160_004,
  threadLocked: 160_005,
  tooManyThreads: 160_006,
} as const;

type Rule =
  | { readonly kind: "sent" }
  | { readonly kind: "later"; readonly after: number | undefined }
  | { readonly kind: "impossible"; readonly advice: string };

const impossible = (advice: string): Rule => ({ kind: "impossible", advice });

/** What each refusal means, and what a person can do about it. */
const RULES: Readonly<Record<number, Rule>> = {
  [CODE.unknownChannel]: impossible("The channel or thread was deleted. Ask again where you are now."),
  [CODE.unknownMessage]: impossible("The message was deleted. Ask again to get a new one."),
  [CODE.unknownEmoji]: impossible("The sign is not known to Discord. Nothing else is lost."),
  [CODE.unknownWebhook]: { kind: "later", after: 1_000 },
  [CODE.unknownInteraction]: { kind: "sent" },
  [CODE.acknowledged]: { kind: "sent" },
  [CODE.slowmode]: { kind: "later", after: 5_000 },
  [CODE.tooManyEdits]: { kind: "later", after: 60_000 },
  [CODE.tooManyReactions]: impossible("The message has as many reactions as it can have."),
  [CODE.missingAccess]: impossible(
    "I cannot see this channel. Open its settings, Permissions, add my role, and allow View Channel; for a private thread, mention me in it.",
  ),
  [CODE.notAuthor]: impossible("The message is somebody else's, and only they can edit it."),
  [CODE.emptyMessage]: impossible("There was nothing to say. Report this as a mistake in the bot."),
  [CODE.cannotMessageUser]: impossible(
    "Direct messages from me are not allowed. Allow them in the server's Privacy Settings, or use a channel.",
  ),
  [CODE.noCommonServer]: impossible("We share no server any more. Ask me in a channel of a server in which I am."),
  [CODE.missingPermissions]: impossible(
    "I may not do this here. Open the channel's settings, Permissions, my role, and allow Send Messages, Send Messages in Threads, Create Public Threads, Read Message History and Add Reactions.",
  ),
  [CODE.wrongChannelType]: impossible("This kind of channel has no place for it. Ask me in a text channel."),
  [CODE.invalidToken]: impossible("It is more than 15 minutes ago. Ask again."),
  [CODE.invalidForm]: impossible("Discord did not take the message. Report this as a mistake in the bot."),
  [CODE.archived]: impossible(
    "The thread is archived and I may not open it again. Write something in it, then ask again.",
  ),
  [CODE.reactionBlocked]: impossible("The author of the message has blocked me."),
  [CODE.overloaded]: { kind: "later", after: 5_000 },
  [CODE.threadLocked]: impossible("The thread is locked. Unlock it, or allow me Manage Threads."),
  [CODE.tooManyThreads]: impossible("The server has as many threads as it can have. Archive some."),
};

function afterRefusal({ code, status, message }: DiscordAPIError, kind: Kind): Sent {
  const rule = RULES[Number(code)];
  if (rule?.kind === "later") return later(message, rule.after);
  if (rule?.kind === "sent") return { kind: "sent", ref: undefined };
  if (rule !== undefined) return { kind: "impossible", why: message, advice: rule.advice };
  return afterStatus(status, message, kind);
}

function afterStatus(status: number, message: string, kind: Kind): Sent {
  const why = `Discord answered ${status}: ${message}`;
  if (status === 429) return later(why, undefined);
  if (status === 401) return later("Discord does not accept the token: copy a new one to DISCORD_TOKEN", 60_000);
  if (status >= 500) return kind === "post" ? { kind: "doubtful", why } : later(why, undefined);
  return { kind: "impossible", why, advice: "Discord refused it for good. Ask again; if it stays so, report it." };
}

/** Before a connection stands nothing can have been sent. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function afterBreak(error: unknown, kind: Kind): Sent {
  const why = `The connection to Discord broke: ${error instanceof Error ? error.message : String(error)}`;
  return kind !== "post" || NEVER_SENT.has(codeOf(error)) ? later(why, undefined) : { kind: "doubtful", why };
}

/** The network's own code, which hides in the cause. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}

function later(why: string, after: number | undefined): Sent {
  return { kind: "later", after: after !== undefined && after > 0 ? Math.ceil(after) : undefined, why };
}
