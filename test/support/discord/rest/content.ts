import { isObject, listOf, numberOf, textOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { isComponentsV2 } from "../wire/message.ts";
import { allowedMentions } from "../world/mentions.ts";
import { revise } from "../world/revise.ts";
import { messageBody, isEmptyMessage } from "../validate/message.ts";
import { problem } from "../validate/check.ts";
import { flattened, FLAGS, isComponent, isEmbed } from "../world/message.ts";
import type { Attachment, Component, Message, MessageContent } from "../world/message.ts";
import type { Call, Upload } from "./call.ts";
import { demand, refuse } from "./errors.ts";

/** The body of a call that says something, checked against every limit. */
export function checkedBody(body: unknown, v2 = false): JsonObject {
  demand(messageBody(body ?? {}, v2));
  return isObject(body) ? body : {};
}

/** What a new message says. */
export function newContent(call: Call, body: JsonObject): MessageContent {
  if (isEmptyMessage(body, call.files.length)) refuse("emptyMessage");
  const attachments = call.files.map((file) => storedUpload(call, file, body));
  const components = listOf(body["components"]).filter(isComponent);
  needAttached(components, attachments);
  return { content: contentOf(body), embeds: listOf(body["embeds"]).filter(isEmbed), components, attachments };
}

/** Edits a message as the body says, by whichever route it came. */
export function edit(call: Call, message: Message, raw: unknown): Message {
  const body = checkedBody(raw, isComponentsV2(message));
  const flagged = { ...message, flags: message.flags | flagsOf(body, "componentsV2") };
  const change = changedContent(call, body, flagged);
  return revise(call.world, flagged, change, allowedMentions(body["allowed_mentions"]), call.at);
}

/** Only what the body mentions changes. Components v2 take the place of text and embeds. */
function changedContent(call: Call, body: JsonObject, message: Message): Partial<MessageContent> {
  const uploads = call.files.map((file) => storedUpload(call, file, body));
  const kept = "attachments" in body ? keptOf(message, body) : message.attachments;
  const change: Partial<MessageContent> = {
    ...("content" in body ? { content: contentOf(body) } : {}),
    ...("embeds" in body ? { embeds: listOf(body["embeds"]).filter(isEmbed) } : {}),
    ...("components" in body ? { components: listOf(body["components"]).filter(isComponent) } : {}),
    ...(isComponentsV2(message) ? { content: "", embeds: [] } : {}),
    attachments: [...kept, ...uploads],
  };
  const { content, embeds, components, attachments } = { ...message, ...change };
  if (isEmptyMessage({ content, embeds, components }, attachments.length)) refuse("emptyMessage");
  return change;
}

/** Only these flags can be set by a sender. */
export function flagsOf(body: JsonObject, ...allowed: readonly (keyof typeof FLAGS)[]): number {
  const mask = allowed.reduce((sum, name) => sum | FLAGS[name], 0);
  return numberOf(body["flags"], 0) & mask;
}

function contentOf(body: JsonObject): string {
  return (textOf(body["content"]) ?? "").trim();
}

function keptOf(message: Message, body: JsonObject): readonly Attachment[] {
  const ids = new Set(listOf(body["attachments"]).map((one) => (isObject(one) ? String(one["id"]) : "")));
  return message.attachments.filter((attachment) => ids.has(attachment.id));
}

function storedUpload(call: Call, file: Upload, body: JsonObject): Attachment {
  const { world } = call;
  const described = listOf(body["attachments"]).find((one) => isObject(one) && String(one["id"]) === file.index);
  const id = world.nextId(call.at);
  const { filename, bytes, contentType } = file;
  world.files.set(id, { id, filename, bytes, contentType });
  const url = `${world.origin}/attachments/${id}/${encodeURIComponent(filename)}`;
  const description = isObject(described) ? textOf(described["description"]) : undefined;
  return { id, filename, size: bytes.length, url, contentType, description };
}

/** A file component shows a file of the same message. */
function needAttached(components: readonly Component[], attachments: readonly Attachment[]): void {
  const names = new Set(attachments.map((one) => `attachment://${one.filename}`));
  const wanted = flattened(components).flatMap((one) =>
    "file" in one && isObject(one.file) ? [String(one.file["url"])] : [],
  );
  const missing = wanted.filter((url) => !names.has(url));
  demand(
    missing.map((url) =>
      problem("COMPONENT_ATTACHMENT_NOT_FOUND", `The referenced attachment (${url}) was not found`, "components"),
    ),
  );
}
