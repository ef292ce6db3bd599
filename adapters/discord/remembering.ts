import type { AnswerHandle, PlatformEvent } from "../../src/app/platform.ts";
import { wholeText } from "./message-text.ts";
import { type MessagePayload, responderOf } from "./read-message.ts";

/** What to remember of a message: its words, and those of the messages that it passes on. */
export function remembering(
  message: Pick<
    MessagePayload,
    "id" | "channel_id" | "author" | "content" | "embeds" | "webhook_id" | "message_snapshots"
  >,
  by: "menu" | "sign",
  answer: AnswerHandle | undefined,
): PlatformEvent {
  const { id, channel_id: channel, author } = message;
  const text = wholeText(message);
  return { kind: "remembered", message: { channel, message: id }, text, author: responderOf(author), by, answer };
}
