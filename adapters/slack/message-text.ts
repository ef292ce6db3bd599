import { blockText } from "./block-text.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";

/** What a message of a person says: the text and, of what was forwarded with it, the text too. */
export function messageText(message: Json): string {
  const forwarded = objectsAt(message, "attachments").filter((attachment) => attachment["is_share"] === true);
  return joined([ownText(message), ...forwarded.map(attachmentText)]);
}

/**
 * All that a message says, of a person or of a monitor that keeps the matter in attachments, blocks or a mail. Of a monitor the text is
 * often no more than a line for notifications, so its blocks are read as well.
 */
export function wholeText(message: Json): string {
  const attached = objectsAt(message, "attachments").map(attachmentText);
  return joined([ownText(message), blocksBeside(message), ...attached, ...objectsAt(message, "files").map(mailText)]);
}

/** A message of a person says the same in its blocks, unless it says nothing but blocks. */
function ownText(message: Json): string {
  return textAt(message, "text") ?? blocksText(message);
}

function blocksBeside(message: Json): string {
  const [text, blocks] = [textAt(message, "text") ?? "", blocksText(message)];
  return text === "" || isSame(text, blocks) ? "" : blocks;
}

/** Whether the text holds all that the blocks say, apart from spaces, markup and escapes. */
function isSame(text: string, blocks: string): boolean {
  return bare(text).includes(bare(blocks));
}

function bare(text: string): string {
  return text
    .replaceAll(/&(amp|lt|gt);/g, "")
    .replaceAll(/<[^<>]*\|([^<>]*)>/g, "$1")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** {@link https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments} */
function attachmentText(attachment: Json): string {
  const own = ["pretext", "title", "text"].map((key) => textAt(attachment, key));
  const fields = objectsAt(attachment, "fields").map((field) =>
    joined([textAt(field, "title"), textAt(field, "value")], ": "),
  );
  const said = joined([...own, ...fields, blocksText(attachment)]);
  if (said !== "") return said;
  const quoted = objectsAt(attachment, "message_blocks").map((quote) => blocksText(objectAt(quote, "message")));
  const within = objectsAt(attachment, "attachments").map((inner) =>
    joined([textAt(inner, "title"), textAt(inner, "text")]),
  );
  return joined([...quoted, ...within]) || (textAt(attachment, "fallback") ?? "");
}

/** A mail that was sent to the channel comes as a file with its words in it. {@link https://docs.slack.dev/reference/objects/file-object} */
function mailText(file: Json): string {
  return file["filetype"] === "email" ? joined([textAt(file, "subject"), textAt(file, "plain_text")]) : "";
}

function blocksText(message: Json): string {
  return joined(objectsAt(message, "blocks").map(blockText));
}

function joined(parts: readonly (string | undefined)[], by = "\n"): string {
  return parts.filter((part) => part !== undefined && part !== "").join(by);
}
