import { isJson, type Json, objectsIn, stringAt } from "../json.ts";
import { refuse } from "../world/refusal.ts";
import { blockProblems } from "./blocks.ts";
import { LIMITS } from "./limits.ts";
import { anything, object, string } from "./schema.ts";

/** What may be said in a message, however it is sent: by a method, an acknowledgement or a response_url. */
export type Said = {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly metadata: Json | undefined;
};

/** Refuses what Slack refuses, in Slack's words. */
export function checkedContent(args: Json): Said {
  const text = stringAt(args, "markdown_text") ?? stringAt(args, "text") ?? "";
  checkMarkdown(args);
  const blocks = checkedBlocks(args["blocks"]);
  const attachments = objectsIn(args["attachments"]);
  for (const attachment of attachments) checkedBlocks(attachment["blocks"]);
  if (attachments.length > 100) refuse("too_many_attachments");
  if (text === "" && blocks.length === 0 && attachments.length === 0) refuse("no_text");
  return { text, blocks, attachments, metadata: checkedMetadata(args["metadata"]) };
}

function checkMarkdown(args: Json): void {
  const markdown = stringAt(args, "markdown_text");
  if (markdown === undefined) return;
  if (args["blocks"] !== undefined || args["text"] !== undefined) refuse("markdown_text_conflict");
  if (markdown.length > LIMITS.markdown) refuse("msg_too_long");
}

function checkedBlocks(blocks: unknown): readonly Json[] {
  if (blocks === undefined || blocks === null) return [];
  if (!Array.isArray(blocks)) return refuse("invalid_blocks_format");
  const problems = blockProblems(blocks, "message");
  if (problems.length > 0) refuse("invalid_blocks", problems);
  if (JSON.stringify(blocks).length > LIMITS.messageCharacters) refuse("msg_blocks_too_long");
  return objectsIn(blocks);
}

const METADATA = object({
  "event_type!": string(LIMITS.metadataEventType),
  "event_payload!": anything,
  entities: anything,
});

function checkedMetadata(metadata: unknown): Json | undefined {
  if (metadata === undefined) return undefined;
  const problems = METADATA(metadata, "/metadata");
  if (problems.length > 0) refuse("invalid_metadata_format", problems);
  return isJson(metadata) ? metadata : undefined;
}
