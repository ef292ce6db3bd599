import type { FileRef } from "./heard.ts";
import { isJson, type Json, objectAt, objectsAt, textAt } from "./json.ts";

/** What a message of a person says: the text and, of what was forwarded with it, the text too. */
export function messageText(message: Json): string {
  const forwarded = objectsAt(message, "attachments").filter((attachment) => attachment["is_share"] === true);
  return joined([textAt(message, "text"), ...forwarded.flatMap(attachmentTexts)]);
}

/** All that a message says, of a person or of a monitor that keeps the matter in attachments or blocks. */
export function wholeText(message: Json): string {
  const attached = objectsAt(message, "attachments").flatMap(attachmentTexts);
  const text = textAt(message, "text");
  return joined([text, ...attached, ...(text === undefined ? objectsAt(message, "blocks").flatMap(blockTexts) : [])]);
}

/** Text files that are small enough to be read. */
export function filesOf(message: Json): readonly FileRef[] {
  return objectsAt(message, "files").flatMap((file) => {
    const url = textAt(file, "url_private_download") ?? textAt(file, "url_private");
    const name = textAt(file, "name") ?? textAt(file, "title") ?? "";
    if (url === undefined || !(TEXT_FILE.test(name) || file["mode"] === "snippet")) return [];
    return [{ name, url, bytes: typeof file["size"] === "number" ? file["size"] : undefined }];
  });
}

const TEXT_FILE = /\.(?:txt|log|xml|csv)$/i;

function attachmentTexts(attachment: Json): readonly (string | undefined)[] {
  const own = ["pretext", "title", "text"].map((key) => textAt(attachment, key));
  const fields = objectsAt(attachment, "fields").map((field) =>
    joined([textAt(field, "title"), textAt(field, "value")], ": "),
  );
  const all = [...own, ...fields, ...objectsAt(attachment, "blocks").flatMap(blockTexts)];
  return all.some((text) => text !== undefined) ? all : [textAt(attachment, "fallback")];
}

/** Every text in a block, whatever it is nested in; not deeper than Slack nests. */
function blockTexts(block: Json, depth = 0): readonly string[] {
  if (depth > 6) return [];
  const own = textAt(block, "text");
  const within = ["text", "fields", "elements"].flatMap((key) => {
    return isJson(block[key]) ? [objectAt(block, key)] : objectsAt(block, key);
  });
  return [...(own === undefined ? [] : [own]), ...within.flatMap((part) => blockTexts(part, depth + 1))];
}

function joined(parts: readonly (string | undefined)[], by = "\n"): string {
  return parts.filter((part) => part !== undefined && part !== "").join(by);
}
