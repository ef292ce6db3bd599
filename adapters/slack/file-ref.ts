import { isTextFile } from "../../src/app/text-file.ts";
import type { FileRef } from "./heard.ts";
import { type Json, objectsAt, textAt } from "./json.ts";

/**
 * The text files of a message, and those of which nothing is told yet: in a channel that is shared with another workspace
 * Slack names a file and nothing more. {@link https://docs.slack.dev/reference/events/message/file_share}
 */
export function filesOf(message: Json): readonly FileRef[] {
  return objectsAt(message, "files").flatMap((file): readonly FileRef[] => {
    const id = textAt(file, "id");
    if (file["file_access"] === "check_file_info" && id !== undefined) return [{ kind: "named", id }];
    return textFileIn(file);
  });
}

/** The file, if it is one that is read. */
export function textFileIn(file: Json): readonly Extract<FileRef, { kind: "addressed" }>[] {
  const url = textAt(file, "url_private_download") ?? textAt(file, "url_private");
  const name = textAt(file, "name") ?? textAt(file, "title") ?? "";
  if (url === undefined || !(isTextFile(name) || file["mode"] === "snippet")) return [];
  return [{ kind: "addressed", name, url, bytes: typeof file["size"] === "number" ? file["size"] : undefined }];
}
